using System.Text.Json.Serialization;

namespace SoraFunctions.Contract.Storyboards;

/// <summary>How a shot is lit.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<Light>))]
public enum Light
{
    /// <summary>A large soft key, gentle fill.</summary>
    Soft,

    /// <summary>A narrow key from the side, little fill.</summary>
    Dramatic,

    /// <summary>Lit from behind, bright edges.</summary>
    Rim,

    /// <summary>Golden and low.</summary>
    Warm,

    /// <summary>Bluish and even.</summary>
    Cool,

    /// <summary>Bright from all sides.</summary>
    HighKey,
}
