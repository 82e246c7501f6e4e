using System.Text.Json.Serialization;

namespace SoraFunctions.Contract.Renders;

/// <summary>What a picture is to a clip.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<PictureRole>))]
public enum PictureRole
{
    /// <summary>The clip begins with it.</summary>
    FirstFrame,

    /// <summary>The clip ends with it.</summary>
    LastFrame,

    /// <summary>What it shows is to be seen in the clip.</summary>
    Reference,
}
