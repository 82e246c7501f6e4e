using System.Text;
using SoraFunctions.Pipeline.Words;

namespace SoraFunctions.Pipeline.Moderation.Text;

/// <summary>
/// What a reader could take a text for: its words in plain letters, then, each behind a line break, the whole text again
/// with what looks disguised read in other ways. A word after <see cref="Squeezed"/> has every run of a letter reduced to one.
/// </summary>
internal static class Reading
{
    /// <summary>Stands before a word whose repeated letters were squeezed.</summary>
    public const char Squeezed = '\u0001';

    /// <summary>Stands before letters that were spelled apart: where one word ends and the next begins is not known there.</summary>
    public const char Joined = '\u0002';

    /// <summary>Most times a whole text is read anew for its signs and digits.</summary>
    private const int MostReadings = 6;

    /// <summary>All readings of a text, joined by line breaks.</summary>
    /// <param name="text">As it was written.</param>
    /// <param name="torn">Knows the words that are looked for in pieces.</param>
    public static string Of(string text, TornWords torn)
    {
        var folded = LetterFold.Fold(text);
        var chunks = Chunk.Split(folded);
        List<string> readings = [PlainOf(folded)];
        var signs = Disguise.Signs(chunks);
        var ways = Math.Min(MostReadings, signs.Select(span => span.Readings.Count).DefaultIfEmpty(0).Max());
        readings.AddRange(Enumerable.Range(0, ways).Select(n => PlainOf(Span.Replace(folded, signs, n))));
        var gaps = Disguise.Gaps(folded, chunks, torn);
        if (gaps.Count > 0)
        {
            readings.Add(PlainOf(Span.Replace(folded, gaps, 0)));
        }

        for (var i = readings.Count - 1; i >= 0; i--)
        {
            if (Repeats.Any(readings[i]))
            {
                readings.Add(Repeats.ToTwo(readings[i]));
                readings.Add(Repeats.ToOne(readings[i]));
            }
        }

        return readings.Count == 1 ? readings[0] : string.Join('\n', readings.Distinct(StringComparer.Ordinal));
    }

    /// <summary>The first reading alone: what a list's own words are compared in.</summary>
    public static string Plain(string text) => PlainOf(LetterFold.Fold(text));

    /// <summary>Letters and digits in lower case; between Chinese characters only what ends a phrase is kept as a gap.</summary>
    private static string PlainOf(string folded)
    {
        var plain = new StringBuilder(folded.Length);
        var gap = false;
        var wide = false;
        foreach (var c in folded)
        {
            if (c == Joined)
            {
                plain.Append(' ').Append(Joined);
                gap = wide = false;
            }
            else if (c is >= 'a' and <= 'z' && !gap)
            {
                plain.Append(c);
            }
            else if (char.IsLetterOrDigit(c))
            {
                var joined = !wide && plain.Length > 0 && Chinese.IsHan(c) && Chinese.IsHan(plain[^1]);
                if (gap && !joined)
                {
                    plain.Append(' ');
                }

                plain.Append(char.ToLowerInvariant(c));
                gap = wide = false;
            }
            else
            {
                gap = true;
                wide |= char.IsWhiteSpace(c) || EndsPhrase(c);
            }
        }

        return plain.ToString();
    }

    // What stands on both sides of such a sign hardly forms one word.
    private static bool EndsPhrase(char c) => c is ',' or '.' or '!' or '?' or ';' or ':' or '\u3002' or '\u3001' or '\uff0c';
}
