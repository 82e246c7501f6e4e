using System.Globalization;
using System.Text;

namespace SoraFunctions.Commerce.Prices;

/// <summary>
/// Prices as readers of a language write them (after Unicode CLDR, from a table of our own: the same text on every machine, whatever
/// its locale data).
/// </summary>
public static class PriceText
{
    /// <summary>The price in words for people, such as <c>$79.99</c>, <c>79,99 €</c> or <c>¥7,900</c>.</summary>
    /// <param name="price">The price.</param>
    /// <param name="language">BCP 47 tag; an unknown language is written as English is.</param>
    /// <param name="brief">Whether a whole amount goes without its zeros, as on a poster: <c>$79</c>.</param>
    public static string Of(Money price, string language, bool brief = false)
    {
        ArgumentNullException.ThrowIfNull(price);
        ArgumentNullException.ThrowIfNull(language);
        var style = PriceStyle.Of(language);
        var symbol = CurrencySymbol.Of(price.Currency, language);
        var amount = Amount(Math.Abs(price.Amount), style, brief);
        var sign = price.Amount < 0 ? "-" : "";

        // A code of letters would run into the digits.
        var gap = style.Gap.Length == 0 && symbol.All(char.IsLetter) ? "\u00a0" : style.Gap;
        return style.SymbolFirst ? $"{sign}{symbol}{gap}{amount}" : $"{sign}{amount}{gap}{symbol}";
    }

    private static string Amount(decimal amount, PriceStyle style, bool brief)
    {
        var parts = amount.ToString(CultureInfo.InvariantCulture).Split('.');
        var whole = parts[0].Length < style.LeastGrouped ? parts[0] : Grouped(parts[0], style.Group);
        return parts.Length == 1 || (brief && parts[1].All(digit => digit == '0')) ? whole : whole + style.Point + parts[1];
    }

    private static string Grouped(string digits, string separator)
    {
        var text = new StringBuilder();
        for (var index = 0; index < digits.Length; index++)
        {
            if (index > 0 && (digits.Length - index) % 3 == 0)
            {
                text.Append(separator);
            }

            text.Append(digits[index]);
        }

        return text.ToString();
    }
}
