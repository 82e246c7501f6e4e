using System.Globalization;
using System.Text;
using SoraFunctions.Commerce.Reports;

namespace SoraFunctions.Api.Rights;

/// <summary>A statement as CSV (RFC 4180): what is due, what was signed, and the totals last. No field begins a formula.</summary>
internal static class StatementCsv
{
    public static string Write(StatementObject statement)
    {
        var text = new StringBuilder("line,grant,tenant,video,works,share_basis_points,signed_at,orders,revenue,due,currency\r\n");
        foreach (var one in statement.Earnings)
        {
            Line(text, "earning", one.Grant, one.Tenant, one.VideoId, Works(one.Works), Number(one.ShareBasisPoints), "", Number(one.Orders), one.Revenue, one.Due, one.Currency);
        }

        foreach (var use in statement.Uses)
        {
            var at = DateTimeOffset.FromUnixTimeSeconds(use.SignedAt).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
            Line(text, "use", use.Grant, use.Tenant, use.VideoId, Works(use.Works), Number(use.ShareBasisPoints), at, "", "", "", "");
        }

        foreach (var total in statement.Totals)
        {
            Line(text, "total", "", "", "", "", "", "", "", total.Revenue, total.Due, total.Currency);
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, params ReadOnlySpan<string> fields)
    {
        foreach (var (i, field) in fields.ToArray().Index())
        {
            text.Append(i == 0 ? "" : ",").Append(CsvField.Of(field));
        }

        text.Append("\r\n");
    }

    private static string Works(IReadOnlyList<string> works) => string.Join("; ", works);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
