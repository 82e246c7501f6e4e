using System.Text.Json.Serialization;
using SoraFunctions.Contract;

namespace SoraFunctions.Pipeline.Videos;

/// <summary>The stages that every video goes through.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<Stage>))]
public enum Stage
{
    /// <summary>Is it allowed?</summary>
    Moderation,

    /// <summary>What is filmed?</summary>
    Storyboard,

    /// <summary>The shots, one render each.</summary>
    Render,

    /// <summary>Assembly, sound, captions, labels.</summary>
    Cut,

    /// <summary>The signed manifest.</summary>
    Provenance,

    /// <summary>Links and structured data.</summary>
    Commerce,

    /// <summary>The files are handed over.</summary>
    Delivery,
}
