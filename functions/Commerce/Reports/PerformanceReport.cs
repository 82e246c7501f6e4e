using System.Globalization;
using System.Text;
using SoraFunctions.Commerce.Prices;

namespace SoraFunctions.Commerce.Reports;

/// <summary>What came of videos, by one of their traits.</summary>
/// <param name="Dimension">What the rows are.</param>
/// <param name="Rates">The report's currency, and what others were worth in it.</param>
/// <param name="Rows">By revenue, the most first.</param>
public sealed record PerformanceReport(ReportDimension Dimension, DatedRates Rates, IReadOnlyList<ReportRow> Rows)
{
    private static readonly string[] _columns =
        ["key", "impressions", "clicks", "orders", "revenue", "currency", "revenue_low", "revenue_high", "cost", "return", "return_low", "return_high", "revenue_as_paid", "without_rate"];

    /// <summary>Counts.</summary>
    /// <param name="figures">What came of each video in each channel.</param>
    /// <param name="dimension">What the rows are to be.</param>
    /// <param name="rates">In which currency.</param>
    public static PerformanceReport Of(IEnumerable<VideoFigures> figures, ReportDimension dimension, DatedRates rates)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(rates);
        var all = figures.ToList();
        var largest = all.SelectMany(one => one.Orders).Select(rates.Shown).Max() ?? 0;
        return new PerformanceReport(dimension, rates,
        [
            .. all.GroupBy(one => KeyOf(one, dimension) ?? "")
                .Select(group => Row(group.Key, [.. group], rates, largest))
                .OrderByDescending(row => row.Shown).ThenBy(row => row.Key, StringComparer.Ordinal),
        ]);
    }

    /// <summary>As comma-separated values (RFC 4180) with a line of names. Texts that spreadsheets would take for formulas are made harmless.</summary>
    public string ToCsv()
    {
        var digits = Currency.Digits(Rates.Currency);
        string Amount(double value) => double.IsFinite(value) ? value.ToString($"F{digits}", CultureInfo.InvariantCulture) : "";
        static string Ratio(double? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
        var csv = new StringBuilder().AppendJoin(',', _columns).Append("\r\n");
        foreach (var row in Rows)
        {
            csv.AppendJoin(',',
                CsvField.Of(row.Key),
                row.Impressions.ToString(CultureInfo.InvariantCulture),
                row.Clicks.ToString(CultureInfo.InvariantCulture),
                row.Orders.ToString(CultureInfo.InvariantCulture),
                Amount((double)row.Shown),
                Rates.Currency,
                Amount(row.Interval.Low),
                Amount(row.Interval.High),
                Amount((double)row.Cost),
                Ratio(row.Return),
                Ratio(row.LowReturn),
                Ratio(row.HighReturn),
                CsvField.Of(string.Join("; ", row.Revenue)),
                CsvField.Of(string.Join("; ", row.WithoutRate))).Append("\r\n");
        }

        return csv.ToString();
    }

    private static string? KeyOf(VideoFigures figures, ReportDimension dimension) => dimension switch
    {
        ReportDimension.Video => figures.VideoId,
        ReportDimension.Variant => figures.Variant,
        ReportDimension.Campaign => figures.Campaign,
        ReportDimension.Channel => figures.Channel,
        _ => figures.Product,
    };

    private static ReportRow Row(string key, IReadOnlyList<VideoFigures> figures, DatedRates rates, decimal largest)
    {
        var orders = figures.SelectMany(one => one.Orders).ToList();
        var costs = figures.SelectMany(one => one.Costs).ToList();
        var shown = orders.Select(rates.Shown).OfType<decimal>().ToList();
        return new ReportRow(
            key,
            figures.Sum(one => one.Impressions),
            figures.Sum(one => one.Clicks),
            orders.Count,
            [.. orders.GroupBy(order => order.Currency).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new Money(group.Sum(order => order.Amount), group.Key))],
            shown.Sum(),
            costs.Select(rates.Shown).OfType<decimal>().Sum())
        {
            Interval = RevenueInterval.Of([.. shown.Where(order => order > 0).Select(order => (double)order)], (double)largest),
            WithoutRate = [.. orders.Concat(costs).Where(money => rates.Shown(money) is null).Select(money => money.Currency).Distinct().Order(StringComparer.Ordinal)],
        };
    }
}
