using System.Text.Json.Serialization;

namespace SoraFunctions.Contract.Storyboards;

/// <summary>What the words of a caption are.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<CaptionRole>))]
public enum CaptionRole
{
    /// <summary>A sentence in the lower third.</summary>
    Line,

    /// <summary>The title: large.</summary>
    Title,

    /// <summary>A price, in a panel of the accent colour.</summary>
    Price,

    /// <summary>A call to action, drawn as a button.</summary>
    CallToAction,

    /// <summary>Five stars and what stands beside them.</summary>
    Rating,
}
