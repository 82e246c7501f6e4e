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
    /// <param name="text">The text.</param>
    /// <param name="lexicon">The vocabulary; null for the one of English and Chinese.</param>
    public static IReadOnlyList<Token> Tokens(string text, Lexicon? lexicon = null)
    {
        lexicon ??= Lexicon.BuiltIn;
        var normal = lexicon.Normal(text);
        var tokens = new List<Token>();
        for (var i = 0; i < normal.Length;)
        {
            var token = At(normal, i, lexicon);
            if (token is not null)
            {
                tokens.Add(token);
            }

            i = token?.End ?? i + 1;
        }

        return tokens;
    }

    private static Token? At(string text, int i, Lexicon lexicon)
    {
        var c = text[i];
        return Listed(text, i, lexicon)
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
                _ when lexicon.Language is null && Numerals.At(text, i) is var (value, end) && end > i => Plain(text, i, end, Slot.Number, value.ToString(CultureInfo.InvariantCulture)),
                // The letter that joins two parts of a word.
                _ when i > 0 && IsLetter(c) && IsLetter(text[i - 1]) && IsJoint(text, i, lexicon) => null,
                _ when IsLetter(c) => (lexicon.Language == "de" ? Compound(text, i, lexicon) : null) ?? new Token(i, WordEnd(text, i), text[i..WordEnd(text, i)], []),
                _ => null,
            };
    }

    private static Token? Listed(string text, int i, Lexicon lexicon)
    {
        if (text[i] == ' ' || (i > 0 && IsLetter(text[i]) && IsLetter(text[i - 1]) && !IsJoint(text, i, lexicon)))
        {
            return null;
        }

        for (var length = Math.Min(lexicon.Longest, text.Length - i); length > 0; length--)
        {
            var end = i + length;
            var whole = end == text.Length || !IsLetter(text[end - 1]) || !IsLetter(text[end]);
            if (whole && lexicon.Find(text.AsSpan(i, length)) is { } senses)
            {
                return new Token(i, end, text[i..end], senses);
            }
        }

        return null;
    }

    /// <summary>The first part of a German word that is put together from two that the vocabulary has: Holz|haus.</summary>
    private static Token? Compound(string text, int i, Lexicon lexicon)
    {
        var end = WordEnd(text, i);
        for (var length = end - i - Least; length >= Least; length--)
        {
            if (lexicon.Find(text.AsSpan(i, length)) is { } senses && (lexicon.Find(text.AsSpan((i + length)..end)) ?? Jointed(text, i + length, end, lexicon)) is not null)
            {
                return new Token(i, i + length, text[i..(i + length)], senses);
            }
        }

        return null;
    }

    private const int Least = 3;

    // Sonne|n|brille: a letter joins the two.
    private static IReadOnlyList<Sense>? Jointed(string text, int from, int end, Lexicon lexicon) =>
        end - from > Least && text[from] is 's' or 'n' ? lexicon.Find(text.AsSpan((from + 1)..end)) : null;

    /// <summary>Whether the second part of such a word begins at a place.</summary>
    private static bool IsJoint(string text, int i, Lexicon lexicon)
    {
        if (lexicon.Language != "de")
        {
            return false;
        }

        var start = i;
        while (start > 0 && IsLetter(text[start - 1]))
        {
            start--;
        }

        return lexicon.Find(text.AsSpan(start..WordEnd(text, i))) is null && Compound(text, start, lexicon) is { } first
            && (first.End == i || (first.End == i - 1 && text[first.End] is 's' or 'n' && lexicon.Find(text.AsSpan(i..WordEnd(text, i))) is not null));
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
