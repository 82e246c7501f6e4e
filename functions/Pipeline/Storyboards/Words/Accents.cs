namespace SoraFunctions.Pipeline.Storyboards.Words;

/// <summary>Letters without their accents, which many leave out when they write in a hurry.</summary>
internal static class Accents
{
    private const string With = "\u00e1\u00e0\u00e2\u00e4\u00e3\u00e5\u00e7\u00e9\u00e8\u00ea\u00eb\u00ed\u00ec\u00ee\u00ef\u00f1\u00f3\u00f2\u00f4\u00f6\u00f5\u00fa\u00f9\u00fb\u00fc";
    private const string Plain = "aaaaaaceeeeiiiinooooouuuu";

    /// <summary>The text, as long as before.</summary>
    public static string Without(string text) => string.Create(text.Length, text, (plain, source) =>
    {
        for (var i = 0; i < plain.Length; i++)
        {
            plain[i] = source[i] >= '\u00e0' && With.IndexOf(source[i]) is >= 0 and var at ? Plain[at] : source[i];
        }
    });
}
