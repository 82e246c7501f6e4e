using System.Text;
using System.Xml;

namespace SoraFunctions.Commerce.Structured;

/// <summary>Words of shops as XML can hold them (W3C, XML 1.0, "Characters"): it has no way to write most control characters, or halves of a character.</summary>
internal static class XmlWords
{
    /// <summary>The words without what can't be written.</summary>
    /// <param name="text">The words.</param>
    public static string Of(string text)
    {
        if (text.All(XmlConvert.IsXmlChar))
        {
            return text;
        }

        var words = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // Half a character is read as U+FFFD.
            if (rune.Utf16SequenceLength == 2 || XmlConvert.IsXmlChar((char)rune.Value))
            {
                words.Append(rune);
            }
        }

        return words.ToString();
    }
}
