namespace SoraFunctions.Commerce.Prices;

/// <summary>How a language writes prices.</summary>
/// <param name="Point">Between whole and part.</param>
/// <param name="Group">Between thousands.</param>
/// <param name="SymbolFirst">Whether the currency stands before the amount.</param>
/// <param name="Gap">Between currency and amount.</param>
/// <param name="LeastGrouped">Digits of the shortest whole part that is grouped.</param>
internal sealed record PriceStyle(string Point, string Group, bool SymbolFirst, string Gap, int LeastGrouped = 4)
{
    private const string Space = "\u00a0";
    private const string Narrow = "\u202f";

    private static readonly PriceStyle _english = new(".", ",", true, "");

    private static readonly Dictionary<string, PriceStyle> _byTag = new(StringComparer.OrdinalIgnoreCase)
    {
        ["en"] = _english,
        ["zh"] = _english,
        ["ja"] = _english,
        ["ko"] = _english,
        ["th"] = _english,
        ["de"] = new(",", ".", false, Space),
        ["de-CH"] = new(".", "\u2019", true, Space),
        ["de-AT"] = new(",", Space, true, Space),
        ["fr"] = new(",", Narrow, false, Space),
        ["fr-CA"] = new(",", Space, false, Space),
        ["es"] = new(",", ".", false, Space, 5),
        ["es-MX"] = _english,
        ["it"] = new(",", ".", false, Space, 5),
        ["pt"] = new(",", ".", true, Space),
        ["pt-PT"] = new(",", Space, false, Space, 5),
        ["nl"] = new(",", ".", true, Space),
        ["pl"] = new(",", Space, false, Space, 5),
        ["cs"] = new(",", Space, false, Space),
        ["sv"] = new(",", Space, false, Space),
        ["da"] = new(",", ".", false, Space),
        ["nb"] = new(",", Space, false, Space),
        ["fi"] = new(",", Space, false, Space),
        ["ru"] = new(",", Space, false, Space),
        ["uk"] = new(",", Space, false, Space),
        ["tr"] = new(",", ".", true, ""),
        ["vi"] = new(",", ".", false, Space),
        ["id"] = new(",", ".", true, Space),
    };

    /// <summary>The style of a BCP 47 tag: of the language in that region, else of the language, else of English.</summary>
    public static PriceStyle Of(string tag) =>
        _byTag.TryGetValue(tag, out var exact) ? exact : _byTag.GetValueOrDefault(tag.Split('-')[0], _english);
}
