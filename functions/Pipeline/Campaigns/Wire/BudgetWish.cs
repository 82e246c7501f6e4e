using System.ComponentModel;

namespace SoraFunctions.Pipeline.Campaigns.Wire;

/// <summary>What a campaign may cost.</summary>
public sealed record BudgetWish
{
    /// <summary>Money.</summary>
    [Description("US dollars, over 0 to 10,000,000: no video is begun that would cost more.")]
    public decimal? Usd { get; init; }

    /// <summary>Time of GPUs.</summary>
    [Description("GPU-seconds, over 0 to 1,000,000,000: no video is begun that would take more.")]
    public double? GpuSeconds { get; init; }

    /// <summary>When to warn.</summary>
    [Description("From which part of it you are warned, over 0 to 1. Default: 0.8.")]
    public double? WarnAt { get; init; }
}
