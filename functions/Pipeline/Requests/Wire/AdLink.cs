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

    /// <summary>A discount code.</summary>
    [Description("A discount code that this video alone shows, which orders are ascribed by: 1 to 64 letters, digits, '-' and '_'. Carts, checkouts and payment pages apply it.")]
    public string? DiscountCode { get; init; }

    /// <summary>Until when.</summary>
    [Description("Until when the link leads anywhere, ISO 8601; for ever when left out.")]
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Where else.</summary>
    [Description("Where viewers of some channels, in some countries or of some languages are sent, the first that fits; up to 50.")]
    public IReadOnlyList<AdLinkTarget>? Targets { get; init; }
}
