namespace SoraFunctions.Pipeline.Usage;

/// <summary>A price, and when it holds.</summary>
/// <param name="Stage">One of <see cref="UsageStage"/>; null for every stage.</param>
/// <param name="Engine">Of which engine; null for every engine.</param>
/// <param name="Unit">Of what.</param>
/// <param name="Dollars">US dollars for one.</param>
/// <param name="Since">First day, in UTC.</param>
/// <param name="Until">First day that it does not hold any more; null for none.</param>
public sealed record Price(string? Stage, string? Engine, PriceUnit Unit, decimal Dollars, DateOnly Since, DateOnly? Until)
{
    /// <summary>Whether it holds for that.</summary>
    /// <param name="stage">Stage of what was used.</param>
    /// <param name="engine">Its engine.</param>
    /// <param name="day">When.</param>
    public bool Holds(string stage, string engine, DateOnly day) =>
        (Stage is null || Stage == stage) && (Engine is null || Engine == engine) && Since <= day && !(Until <= day);

    /// <summary>What so much costs, in US dollars, not rounded.</summary>
    /// <param name="amounts">How much.</param>
    public decimal Of(UsageAmounts amounts) => Dollars * Unit switch
    {
        PriceUnit.Second => amounts.Milliseconds / 1_000m,
        PriceUnit.Megapixel => amounts.Pixels / 1_000_000m,
        PriceUnit.WorkSecond => amounts.WorkMilliseconds / 1_000m,
        PriceUnit.GpuSecond => amounts.GpuMilliseconds / 1_000m,
        PriceUnit.ThousandTokens => amounts.Tokens / 1_000m,
        PriceUnit.Gibibyte => amounts.Bytes / (decimal)(1L << 30),
        _ => amounts.ByteDays / (decimal)(1L << 30),
    };
}
