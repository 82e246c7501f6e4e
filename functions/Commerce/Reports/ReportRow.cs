using SoraFunctions.Commerce.Prices;

namespace SoraFunctions.Commerce.Reports;

/// <summary>A row of a report.</summary>
/// <param name="Key">The video, variant, campaign, channel or product; empty for videos that have none.</param>
/// <param name="Impressions">How often its videos began to play.</param>
/// <param name="Clicks">People who came.</param>
/// <param name="Orders">Orders that are due to it.</param>
/// <param name="Revenue">What they brought, as it was paid: an amount for each currency, by code.</param>
/// <param name="Shown">What they brought in the report's currency, major units.</param>
/// <param name="Cost">What it cost in the report's currency, major units.</param>
public sealed record ReportRow(string Key, long Impressions, long Clicks, int Orders, IReadOnlyList<Money> Revenue, decimal Shown, decimal Cost)
{
    /// <summary>Where the revenue may be expected to lie, with 95 % confidence.</summary>
    public required RevenueInterval Interval { get; init; }

    /// <summary>Currencies of amounts that have no rate: they are in neither <see cref="Shown"/> nor <see cref="Cost"/>.</summary>
    public required IReadOnlyList<string> WithoutRate { get; init; }

    /// <summary>Return on what was spent: 0.5 for 1.50 brought by each 1.00. Null where nothing was spent.</summary>
    public double? Return => ReturnOf((double)Shown);

    /// <summary>The return at the lower end of the interval.</summary>
    public double? LowReturn => ReturnOf(Interval.Low);

    /// <summary>The return at the upper end; null also where there is no order to judge by.</summary>
    public double? HighReturn => double.IsFinite(Interval.High) ? ReturnOf(Interval.High) : null;

    private double? ReturnOf(double revenue) => Cost > 0 ? (revenue / (double)Cost) - 1 : null;
}
