using System.Text;

namespace SoraFunctions.Models.Tokenisers;

/// <summary>
/// The alphabet of byte-level vocabularies: each byte is written as a visible character, itself where it is one in Latin-1,
/// else one from U+0100 on, in order.
/// </summary>
internal static class ByteAlphabet
{
    private static readonly char[] Letters = Make();

    /// <summary>The bytes of a text in UTF-8, each as its letter.</summary>
    public static string Spell(string text) => string.Concat(Encoding.UTF8.GetBytes(text).Select(value => Letters[value]));

    private static char[] Make()
    {
        var next = 0x100;
        return [.. Enumerable.Range(0, 256).Select(value => value is >= '!' and <= '~' or >= 0xA1 and <= 0xAC or >= 0xAE ? (char)value : (char)next++)];
    }
}
