using System.Globalization;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.Storyboards.Captions;

/// <summary>Ratings as a reader of a language writes them, after the customs that Unicode CLDR records.</summary>
internal static class Ratings
{
    private static readonly string[] _decimalComma =
        ["de", "fr", "es", "it", "pl", "pt", "nl", "ru", "uk", "sv", "da", "nb", "fi", "cs", "tr", "id", "vi", "el", "ro", "hu"];

    private static readonly string[] _groupedByPoint = ["de", "es", "it", "pt", "nl", "da", "tr", "id", "vi", "el", "ro"];

    /// <summary>The stars and the words beside them.</summary>
    public static Rating Of(ProductRating rating, string language)
    {
        var main = language.Split('-')[0].ToLowerInvariant();
        var stars = rating.Value.ToString("0.0", CultureInfo.InvariantCulture);
        stars = _decimalComma.Contains(main) ? stars.Replace('.', ',') : stars;
        return new Rating((double)rating.Value, rating.Count is { } count ? $"{stars} \u00b7 {Phrases.Reviews(Number(count, main), language)}" : stars);
    }

    private static string Number(int count, string language)
    {
        var text = count.ToString("N0", CultureInfo.InvariantCulture);
        return language is "zh" ? text.Replace(",", "")
            : _groupedByPoint.Contains(language) ? text.Replace(',', '.')
            : _decimalComma.Contains(language) ? text.Replace(',', '\u00a0')
            : text;
    }
}
