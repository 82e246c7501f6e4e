using System.ComponentModel;

namespace SoraFunctions.Pipeline.Requests.Wire;

/// <summary>A link as it is written.</summary>
public sealed record AdLink
{
    /// <summary>The shop's page.</summary>
    [Description("Absolute http or https address of the shop's page, up to 2,048 characters.")]
    public required string Url { get; init; }

    /// <summary>Name for the shop's own statistics.</summary>
    [Description("Name for your own statistics: up to 100 letters, digits, '-' and '_'.")]
    public string? Campaign { get; init; }
}
