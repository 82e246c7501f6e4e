using SoraFunctions.Pipeline.Usage;

namespace SoraFunctions.Api.Usage;

/// <summary>What was used of one day, project, campaign, engine, stage or video. Decimals are exact.</summary>
internal sealed record UsageLine(
    string Name,
    decimal Seconds,
    long Pixels,
    decimal WorkSeconds,
    decimal GpuSeconds,
    long Tokens,
    long Bytes,
    decimal GibibyteDays,
    decimal CostUsd,
    int Entries)
{
    public static UsageLine Of(UsageSum sum) => new(
        sum.Name,
        sum.Amounts.Milliseconds / 1_000m,
        sum.Amounts.Pixels,
        sum.Amounts.WorkMilliseconds / 1_000m,
        sum.Amounts.GpuMilliseconds / 1_000m,
        sum.Amounts.Tokens,
        sum.Amounts.Bytes,
        sum.Amounts.ByteDays / (decimal)(1L << 30),
        sum.MicroDollars / 1_000_000m,
        sum.Entries);
}
