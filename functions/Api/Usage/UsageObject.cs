using SoraFunctions.Pipeline.Usage;

namespace SoraFunctions.Api.Usage;

/// <summary>Sums of the ledger on the wire.</summary>
internal sealed record UsageObject(string Object, string By, DateOnly From, DateOnly To, UsageLine Total, IReadOnlyList<UsageLine> Data)
{
    /// <summary>Its object word.</summary>
    public const string Word = "usage";

    public static UsageObject Of(UsageGroup by, DateOnly from, DateOnly to, IReadOnlyList<UsageSum> sums) => new(
        Word,
        by.ToString().ToLowerInvariant(),
        from,
        to,
        UsageLine.Of(new UsageSum(
            "",
            new UsageAmounts
            {
                Milliseconds = sums.Sum(sum => sum.Amounts.Milliseconds),
                Pixels = sums.Sum(sum => sum.Amounts.Pixels),
                WorkMilliseconds = sums.Sum(sum => sum.Amounts.WorkMilliseconds),
                GpuMilliseconds = sums.Sum(sum => sum.Amounts.GpuMilliseconds),
                Tokens = sums.Sum(sum => sum.Amounts.Tokens),
                Bytes = sums.Sum(sum => sum.Amounts.Bytes),
                ByteDays = sums.Sum(sum => sum.Amounts.ByteDays),
            },
            sums.Sum(sum => sum.MicroDollars),
            sums.Sum(sum => sum.Entries))),
        [.. sums.Select(UsageLine.Of)]);
}
