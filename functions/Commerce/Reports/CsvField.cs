namespace SoraFunctions.Commerce.Reports;

/// <summary>Writes fields of CSV (RFC 4180) that spreadsheets take for text.</summary>
public static class CsvField
{
    /// <summary>
    /// A text as a field. One that begins as a formula does gets an apostrophe before it, which spreadsheets show as plain text (OWASP, "CSV Injection").
    /// </summary>
    public static string Of(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' ? "'" + text : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") || safe.Length != safe.Trim().Length ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
