using System.Globalization;
using System.Text;
using SoraFunctions.Commerce.Reports;

namespace SoraFunctions.Api.Usage;

/// <summary>Sums of the ledger as CSV (RFC 4180), the total last.</summary>
internal static class UsageCsv
{
    public const string MediaType = "text/csv; charset=utf-8; header=present";

    public static string Write(UsageObject usage)
    {
        var text = new StringBuilder($"{usage.By},seconds,pixels,work_seconds,gpu_seconds,tokens,bytes,gibibyte_days,cost_usd,entries\r\n");
        foreach (var line in usage.Data.Append(usage.Total with { Name = "total" }))
        {
            text.Append(CsvField.Of(line.Name)).AppendLine(
                CultureInfo.InvariantCulture,
                $",{line.Seconds},{line.Pixels},{line.WorkSeconds},{line.GpuSeconds},{line.Tokens},{line.Bytes},{line.GibibyteDays},{line.CostUsd},{line.Entries}");
        }

        return text.ToString().ReplaceLineEndings("\r\n");
    }
}
