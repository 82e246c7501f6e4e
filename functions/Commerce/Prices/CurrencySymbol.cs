namespace SoraFunctions.Commerce.Prices;

/// <summary>How a language writes a currency: a bare $ or ¥ only where nobody can mistake it.</summary>
internal static class CurrencySymbol
{
    private static readonly Dictionary<string, string> _symbols = new()
    {
        ["USD"] = "US$", ["EUR"] = "€", ["GBP"] = "£", ["JPY"] = "JP¥", ["CNY"] = "CN¥", ["KRW"] = "₩", ["INR"] = "₹", ["CAD"] = "CA$",
        ["AUD"] = "A$", ["NZD"] = "NZ$", ["SGD"] = "S$", ["HKD"] = "HK$", ["TWD"] = "NT$", ["MXN"] = "MX$", ["BRL"] = "R$", ["VND"] = "₫",
        ["ILS"] = "₪", ["PHP"] = "₱", ["UAH"] = "₴", ["TRY"] = "₺", ["PLN"] = "zł", ["CZK"] = "Kč", ["RUB"] = "₽", ["THB"] = "฿", ["IDR"] = "Rp",
    };

    /// <summary>Currency, symbol, and the languages or language-region tags whose readers take it for that currency.</summary>
    private static readonly (string Currency, string Symbol, string[] Tags)[] _atHome =
    [
        ("USD", "$", ["en", "de", "ja", "ru", "tr", "uk", "da", "fi", "cs", "nb", "vi"]),
        ("USD", "$US", ["fr"]),
        ("JPY", "¥", ["ja", "en", "de", "fr", "es", "it", "pt", "nl"]),
        ("CNY", "¥", ["zh"]),
        ("CAD", "$", ["en-CA", "fr-CA"]),
        ("AUD", "$", ["en-AU"]),
        ("NZD", "$", ["en-NZ"]),
        ("SGD", "$", ["en-SG", "zh-SG"]),
        ("HKD", "$", ["zh-HK", "en-HK"]),
        ("TWD", "$", ["zh-TW"]),
        ("MXN", "$", ["es-MX"]),
        ("SEK", "kr", ["sv"]),
        ("DKK", "kr.", ["da"]),
        ("NOK", "kr", ["nb"]),
    ];

    /// <summary>Symbol of a currency for readers of a language; its code where there is none.</summary>
    public static string Of(string currency, string tag) =>
        AtHome(currency, tag) ?? (IsForeignDollar(currency, tag) ? null : AtHome(currency, tag.Split('-')[0]))
        ?? _symbols.GetValueOrDefault(currency, currency);

    private static string? AtHome(string currency, string tag) =>
        _atHome.FirstOrDefault(entry => entry.Currency == currency && entry.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase)).Symbol;

    // Where $ means the reader's own dollar, the American one has to say so.
    private static bool IsForeignDollar(string currency, string tag) =>
        currency == "USD" && _atHome.Any(entry => entry is { Symbol: "$", Currency: not "USD" } && entry.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase));
}
