using System.Globalization;
using SoraFunctions.Pipeline.Tables;

namespace SoraFunctions.Pipeline.Storyboards.Captions;

/// <summary>Prices as a reader of a language writes them, after the customs that Unicode CLDR records.</summary>
internal static class Prices
{
    private static readonly Dictionary<string, (int Decimals, string Symbol, string Chinese)> _currencies =
        EmbeddedTable.Rows("Storyboards.Data.currencies.tsv").ToDictionary(
            row => row[0],
            row => (int.Parse(row[1], CultureInfo.InvariantCulture), row[2], row[3]));

    /// <summary>Languages that write the amount first, with a decimal comma.</summary>
    private static readonly string[] _amountFirst = ["de", "fr", "es", "it", "pl", "pt"];

    /// <summary>The price in words and figures; cents only where there are some.</summary>
    public static string Of(decimal price, string currency, string language)
    {
        var code = currency.ToUpperInvariant();
        var main = language.Split('-')[0].ToLowerInvariant();
        var (decimals, symbol, chinese) = _currencies.GetValueOrDefault(code, (2, code + " ", code));
        var digits = price == Math.Truncate(price) ? 0 : decimals;
        return main switch
        {
            "zh" when code == "CNY" => $"\u00a5{Amount(price, digits, "")}",
            "zh" => $"{Amount(price, digits, "")} {chinese}",
            "ja" when code == "JPY" => $"{Amount(price, digits, ",")}\u5186",
            "ko" when code == "KRW" => $"{Amount(price, digits, ",")}\uc6d0",
            "en" when code == "CNY" => $"CN\u00a5{Amount(price, digits, ",")}",
            _ when _amountFirst.Contains(main) => $"{Comma(Amount(price, digits, "."), digits)}\u00a0{symbol.Trim()}",
            "nl" => $"{symbol.Trim()}\u00a0{Comma(Amount(price, digits, "."), digits)}",
            _ => $"{symbol}{Amount(price, digits, ",")}",
        };
    }

    private static string Amount(decimal price, int digits, string group)
    {
        var text = price.ToString($"N{digits}", CultureInfo.InvariantCulture);
        var parts = text.Split('.');
        var whole = parts[0].Replace(",", group);
        return parts.Length > 1 ? $"{whole}.{parts[1]}" : whole;
    }

    private static string Comma(string amount, int digits) =>
        digits == 0 ? amount : $"{amount[..^(digits + 1)]},{amount[^digits..]}";
}
