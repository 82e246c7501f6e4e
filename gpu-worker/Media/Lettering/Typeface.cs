namespace SoraFunctions.Media.Lettering;

/// <summary>A family in one weight, found by its name through fontconfig.</summary>
/// <param name="Family">Such as <c>Inter Display</c>.</param>
/// <param name="Weight">400 regular, 600 semi-bold, 700 bold.</param>
internal sealed record Typeface(string Family, int Weight)
{
    /// <summary>The face for words: Inter, or a Noto face where the words hold characters of its script.</summary>
    /// <param name="text">The words.</param>
    /// <param name="language">BCP 47 tag, which decides between Chinese, Japanese and Korean shapes.</param>
    /// <param name="weight">Wanted weight.</param>
    /// <param name="display">Whether the words are large.</param>
    public static Typeface For(string text, string language, int weight, bool display = false) =>
        text.Any(IsCjk)
            ? new Typeface("Noto Sans CJK " + Region(text, language), weight >= 600 ? 700 : 400)
            : WritingSystems.FamilyOf(text) is { } family ? new Typeface(family, weight >= 600 ? 700 : 400)
            : new Typeface(display ? "Inter Display" : "Inter", weight);

    /// <summary>The face for Latin letters and figures beside those of a script that has none.</summary>
    public static Typeface Companion(int weight) => new("Inter", weight >= 600 ? 700 : 400);

    /// <summary>Whether the character is one of Chinese, Japanese or Korean, full-width signs included.</summary>
    public static bool IsCjk(char c) =>
        c is >= '\u1100' and <= '\u11ff' or >= '\u2e80' and <= '\u9fff' or >= '\uac00' and <= '\ud7af'
            or >= '\uf900' and <= '\ufaff' or >= '\ufe30' and <= '\ufe4f' or >= '\uff00' and <= '\uffef'
        || char.IsHighSurrogate(c) && c is >= '\ud840' and <= '\ud87f';

    private static string Region(string text, string language) => language.Split('-') switch
    {
        ["ja", ..] => "JP",
        ["ko", ..] => "KR",
        ["zh", .. var rest] => rest.Any(part => part is "TW" or "Hant") ? "TC" : rest.Contains("HK") ? "HK" : "SC",
        _ => text.Any(c => c is >= '\u3040' and <= '\u30ff') ? "JP" : text.Any(c => c is >= '\uac00' and <= '\ud7af') ? "KR" : "SC",
    };
}
