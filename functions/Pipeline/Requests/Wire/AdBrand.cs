using System.ComponentModel;

namespace SoraFunctions.Pipeline.Requests.Wire;

/// <summary>A brand as it is written.</summary>
public sealed record AdBrand
{
    /// <summary>Its name.</summary>
    [Description("Its name, 1 to 80 characters.")]
    public required string Name { get; init; }

    /// <summary>Its main colour.</summary>
    [Description("Main colour as #rrggbb. Default: a fitting one.")]
    public string? PrimaryColour { get; init; }

    /// <summary>Its accent colour.</summary>
    [Description("Accent colour as #rrggbb. Default: a fitting one.")]
    public string? AccentColour { get; init; }
}
