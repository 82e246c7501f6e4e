using SoraFunctions.Commerce.Reports;
using SoraFunctions.Pipeline.Reports;
using SoraFunctions.Pipeline.Sales.Wire;

namespace SoraFunctions.Api.Reports;

/// <summary>A report as the API shows it.</summary>
/// <param name="Object">Always <c>report</c>.</param>
/// <param name="By">What the rows are.</param>
/// <param name="From">The first day, of UTC.</param>
/// <param name="To">The last day.</param>
/// <param name="Currency">What amounts are shown in.</param>
/// <param name="Rows">By revenue, the most first.</param>
/// <param name="UnbookedRefunds">Refunds that could not be taken off any order.</param>
internal sealed record ReportObject(
    string Object, string By, DateOnly From, DateOnly To, string Currency, IReadOnlyList<ReportRowObject> Rows, IReadOnlyList<WireMoney> UnbookedRefunds)
{
    public static ReportObject Of(PerformanceReport report, string by, ReportSpan span, IEnumerable<WireMoney> unbooked) => new(
        "report", by, span.From, span.To, report.Rates.Currency, [.. report.Rows.Select(ReportRowObject.Of)], [.. unbooked]);
}
