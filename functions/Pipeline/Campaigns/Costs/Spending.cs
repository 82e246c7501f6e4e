namespace SoraFunctions.Pipeline.Campaigns.Costs;

/// <summary>What a campaign has cost and may still cost for what is being made.</summary>
/// <param name="MicroDollars">Millionths of a US dollar.</param>
/// <param name="GpuMilliseconds">Thousandths of a second of GPUs.</param>
public sealed record Spending(long MicroDollars, long GpuMilliseconds)
{
    private const decimal MicroDollarsInADollar = 1_000_000;
    private const double MillisecondsInASecond = 1_000;

    /// <summary>Both sums.</summary>
    /// <param name="one">One.</param>
    /// <param name="other">The other.</param>
    public static Spending operator +(Spending one, Spending other) =>
        new(one.MicroDollars + other.MicroDollars, one.GpuMilliseconds + other.GpuMilliseconds);

    /// <summary>What a video of some length may cost.</summary>
    /// <param name="rate">By which engine.</param>
    /// <param name="variant">Of which variant.</param>
    /// <param name="channel">For which channel.</param>
    /// <param name="seconds">How long it is.</param>
    public static Spending Of(EngineRate rate, string variant, string channel, decimal seconds) =>
        new((long)Math.Ceiling(rate.MicroDollars.GetValueOrDefault((variant, channel)) * seconds), (long)Math.Ceiling(rate.GpuSeconds * (double)seconds * MillisecondsInASecond));

    /// <summary>Whether it keeps within a budget.</summary>
    /// <param name="budget">The budget; null for none.</param>
    /// <param name="part">The part of it that counts, 0 to 1.</param>
    public bool IsWithin(Wire.BudgetWish? budget, double part = 1) =>
        (budget?.Usd is not { } usd || MicroDollars <= usd * MicroDollarsInADollar * (decimal)part)
        && (budget?.GpuSeconds is not { } seconds || GpuMilliseconds <= seconds * MillisecondsInASecond * part);
}
