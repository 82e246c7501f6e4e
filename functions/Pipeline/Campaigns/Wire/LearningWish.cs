using System.ComponentModel;

namespace SoraFunctions.Pipeline.Campaigns.Wire;

/// <summary>How the variants of a campaign are compared.</summary>
public sealed record LearningWish
{
    /// <summary>What counts.</summary>
    [Description("What counts: orders_per_click, orders_per_play or clicks_per_play. Default: orders_per_click.")]
    public string? Goal { get; init; }

    /// <summary>How often each is shown first.</summary>
    [Description("How often each variant is shown before any is preferred, 1 to 1,000,000 clicks or plays. Default: 200.")]
    public int? MinimumExposure { get; init; }

    /// <summary>When it is decided.</summary>
    [Description("How sure it has to be that a variant is the best before it is the winner: 0.5 to 0.999. Default: 0.95.")]
    public double? Confidence { get; init; }

    /// <summary>What goes on being compared.</summary>
    [Description("The part of viewers who go on seeing every variant alike, 0 to 0.5. Default: 0.1.")]
    public double? Holdout { get; init; }
}
