using System.Text;

namespace SoraFunctions.Pipeline.Moderation.Text;

/// <summary>Words stretched by repeating letters, in two tighter readings: runs cut to two, and to one.</summary>
internal static class Repeats
{
    /// <summary>Letters that English hardly ever doubles.</summary>
    private const string SeldomDoubled = "aiuhjkqvwxy";

    /// <summary>Whether any word is stretched.</summary>
    public static bool Any(string reading)
    {
        for (var i = 1; i < reading.Length; i++)
        {
            if (reading[i] == reading[i - 1] && char.IsAsciiLetter(reading[i])
                && (SeldomDoubled.Contains(reading[i]) || (i > 1 && reading[i] == reading[i - 2])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The reading with the runs in stretched words cut to two letters.</summary>
    public static string ToTwo(string reading) => Tightened(reading, word => Squeeze(word, 2));

    /// <summary>The reading with the runs in stretched words cut to one letter, and a mark before these words.</summary>
    public static string ToOne(string reading) => Tightened(reading, word => Reading.Squeezed + Squeeze(word, 1));

    /// <summary>The word with runs of a letter no longer than <paramref name="most"/>.</summary>
    public static string Squeeze(string word, int most)
    {
        var squeezed = new StringBuilder(word.Length);
        var run = 0;
        for (var i = 0; i < word.Length; i++)
        {
            run = i > 0 && word[i] == word[i - 1] ? run + 1 : 1;
            if (run <= most)
            {
                squeezed.Append(word[i]);
            }
        }

        return squeezed.ToString();
    }

    private static string Tightened(string reading, Func<string, string> tighten) =>
        string.Join(' ', reading.Split(' ').Select(word => Any(word) ? tighten(word) : word));
}
