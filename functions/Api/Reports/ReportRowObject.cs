using SoraFunctions.Commerce.Reports;
using SoraFunctions.Pipeline.Sales.Wire;

namespace SoraFunctions.Api.Reports;

/// <summary>A row of a report as the API shows it; the ends of intervals are null where there is no order to judge by.</summary>
internal sealed record ReportRowObject(
    string Key,
    long Impressions,
    long Clicks,
    int Orders,
    decimal Revenue,
    double RevenueLow,
    double? RevenueHigh,
    decimal Cost,
    double? Return,
    double? ReturnLow,
    double? ReturnHigh,
    IReadOnlyList<WireMoney> RevenueAsPaid,
    IReadOnlyList<string> WithoutRate)
{
    public static ReportRowObject Of(ReportRow row) => new(
        row.Key,
        row.Impressions,
        row.Clicks,
        row.Orders,
        row.Shown,
        Math.Round(row.Interval.Low, 2),
        double.IsFinite(row.Interval.High) ? Math.Round(row.Interval.High, 2) : null,
        row.Cost,
        Rounded(row.Return),
        Rounded(row.LowReturn),
        Rounded(row.HighReturn),
        [.. row.Revenue.Select(WireMoney.Of)],
        row.WithoutRate);

    private static double? Rounded(double? value) => value is { } one ? Math.Round(one, 4) : null;
}
