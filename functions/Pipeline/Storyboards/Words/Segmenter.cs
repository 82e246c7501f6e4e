using System.Globalization;
using SoraFunctions.Pipeline.Words;

namespace SoraFunctions.Pipeline.Storyboards.Words;

/// <summary>
/// Cuts a brief into words: the longest one that the vocabulary has at each place (maximum matching, as is usual for Chinese),
/// which for letters must be whole words.
/// </summary>
internal static class Segmenter
{
    /// <summary>First of the private characters that stand for quotations; see <c>Quotations</c>.</summary>
    public const char FirstQuotation = '\ue000';

    /// <summary>Last of the private characters that stand for quotations.</summary>
    public const char LastQuotation = '\ue0ff';

    /// <summary>First of the private characters that stand for those that an order names; see <c>NamedCast</c>.</summary>
    public const char FirstCharacter = '\ue100';

    /// <summary>Last of the private characters that stand for those that an order names.</summary>
    public const char LastCharacter = '\ue101';

    private const string Character = "character-";

    private static readonly Dictionary<string, string> _none = [];
    private static readonly Dictionary<string, string> _cutOut = new() { ["form"] = "card", ["matter"] = "cardboard", ["height"] = "0.4" };

    /// <summary>The number, from 0, of the character that a thing is; null when it is none.</summary>
    public static int? CharacterOf(string thing) =>
        thing.StartsWith(Character, StringComparison.Ordinal) && int.TryParse(thing.AsSpan(Character.Length), CultureInfo.InvariantCulture, out var number) ? number - 1 : null;

    /// <summary>Whether a place is between two letters of one word.</summary>
    public static bool IsWithinWord(string text, int at) => at > 0 && at < text.Length && IsLetter(text[at - 1]) && IsLetter(text[at]);

    /// <summary>Lower case, simplified, hyphens and apostrophes as spaces; every character keeps its place.</summary>
    public static string Normal(string text) => string.Create(text.Length, text, (normal, source) =>
    {
        for (var i = 0; i < normal.Length; i++)
        {
            normal[i] = source[i] switch
            {
                '-' or '\'' or '\u2019' or '_' or '\t' or '\r' => ' ',
                >= '\uff10' and <= '\uff19' => (char)(source[i] - '\uff10' + '0'),
                var c => char.ToLowerInvariant(Chinese.Simplified(c)),
            };
        }
    });

    /// <summary>The words, numbers and breaks of a text, in order. Positions are those of the text.</summary>
    public static IReadOnlyList<Token> Tokens(string text)
    {
        var normal = Normal(text);
        var tokens = new List<Token>();
        for (var i = 0; i < normal.Length;)
        {
            var token = At(normal, i);
            if (token is not null)
            {
                tokens.Add(token);
            }

            i = token?.End ?? i + 1;
        }

        return tokens;
    }

    private static Token? At(string text, int i)
    {
        var c = text[i];
        return Listed(text, i)
            ?? c switch
            {
                >= FirstQuotation and <= LastQuotation =>
                    Plain(text, i, i + 1, Slot.Quote, (c - FirstQuotation).ToString(CultureInfo.InvariantCulture)),
                >= FirstCharacter and <= LastCharacter =>
                    new Token(i, i + 1, text[i..(i + 1)], [new Sense(Slot.Subject, Character + (c - FirstCharacter + 1).ToString(CultureInfo.InvariantCulture), _cutOut)]),
                '.' or '!' or '?' or ';' or '\n' or '\u3002' or '\uff01' or '\uff1f' or '\uff1b' => Plain(text, i, i + 1, Slot.Break, "sentence"),
                ',' or ':' or '(' or ')' or '\uff0c' or '\u3001' or '\uff1a' or '\uff08' or '\uff09' or '\u2014' => Plain(text, i, i + 1, Slot.Break, "clause"),
                '$' or '\u20ac' or '\u00a3' or '\u00a5' or '\uffe5' when i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) =>
                    Plain(text, i, Digits(text, i + 1).End, Slot.Money, "price"),
                _ when char.IsAsciiDigit(c) => Digits(text, i),
                _ when Numerals.At(text, i) is var (value, end) && end > i => Plain(text, i, end, Slot.Number, value.ToString(CultureInfo.InvariantCulture)),
                _ when IsLetter(c) => new Token(i, WordEnd(text, i), text[i..WordEnd(text, i)], []),
                _ => null,
            };
    }

    private static Token? Listed(string text, int i)
    {
        if (text[i] == ' ' || (i > 0 && IsLetter(text[i]) && IsLetter(text[i - 1])))
        {
            return null;
        }

        for (var length = Math.Min(Lexicon.BuiltIn.Longest, text.Length - i); length > 0; length--)
        {
            var end = i + length;
            var whole = end == text.Length || !IsLetter(text[end - 1]) || !IsLetter(text[end]);
            if (whole && Lexicon.BuiltIn.Find(text.AsSpan(i, length)) is { } senses)
            {
                return new Token(i, end, text[i..end], senses);
            }
        }

        return null;
    }

    private static Token Digits(string text, int i)
    {
        var end = i;
        while (end < text.Length && (char.IsAsciiDigit(text[end])
            || (text[end] == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            end++;
        }

        return Plain(text, i, end, Slot.Number, text[i..end]);
    }

    private static Token Plain(string text, int start, int end, Slot slot, string value) =>
        new(start, end, text[start..end], [new Sense(slot, value, _none)]);

    private static int WordEnd(string text, int i)
    {
        while (i < text.Length && IsLetter(text[i]))
        {
            i++;
        }

        return i;
    }

    // Chinese and Japanese write no spaces: any character may end a word.
    private static bool IsLetter(char c) => char.IsLetter(c) && !Chinese.IsHan(c) && c is not (>= '\u3040' and <= '\u30ff');
}
