using System.Text.RegularExpressions;
using SoraFunctions.Pipeline.Storyboards.Words;

namespace SoraFunctions.Pipeline.Storyboards.Remixes;

/// <summary>Parts the words of a change into wishes: at punctuation, and at a conjunction where a wish of its own begins behind it.</summary>
internal static partial class Clauses
{
    /// <summary>Clauses longer than this are one wish: trying each conjunction would take too long.</summary>
    private const int LongestJoined = 400;

    /// <summary>The wishes in order, whether each begins a sentence, and whether a conjunction joins it to the one before.</summary>
    /// <param name="text">Words with private characters in place of quotations and names of shots.</param>
    public static IReadOnlyList<(string Words, bool Begins, bool Joined)> Of(string text)
    {
        var clauses = new List<(string, bool, bool)>();
        foreach (var sentence in SentenceEnd().Split(text))
        {
            var begins = true;
            foreach (var (clause, part) in ClauseEnd().Split(sentence).SelectMany(clause => Joined(clause).Index().Select(pair => (pair.Item, pair.Index))).Where(pair => pair.Item.Trim().Length > 0))
            {
                clauses.Add((clause, begins, part > 0));
                begins = false;
            }
        }

        return clauses;
    }

    private static IEnumerable<string> Joined(string clause)
    {
        var from = 0;
        foreach (var joint in clause.Length > LongestJoined ? [] : Joint().Matches(clause).ToArray())
        {
            if (joint.Index > from && IsWish(clause[from..joint.Index], clause[(joint.Index + joint.Length)..]))
            {
                yield return clause[from..joint.Index];
                from = joint.Index + joint.Length;
            }
        }

        yield return clause[from..];
    }

    private static bool IsWish(string before, string behind)
    {
        if (string.IsNullOrWhiteSpace(behind) || string.IsNullOrWhiteSpace(before))
        {
            return false;
        }

        return Verb().IsMatch(behind) || (Says(before) && Says(behind)) || ChangeWords.BeginsWish(behind) || ShotNames.IsName(behind.Trim()[0])
            || (before.Any(ShotNames.IsName) && behind.Any(ShotNames.IsName))
            || (Segmenter.Tokens(behind) is [var first, ..] && (first.Is(Slot.Edit) || first.Is(Slot.Pace) || first.Is(Slot.Negation)));
    }

    // "The candle green" says something of a thing, "a green candle" names one.
    private static bool Says(string text)
    {
        var tokens = Segmenter.Tokens(text).ToList();
        var thing = tokens.FindIndex(token => token.Is(Slot.Subject) && !token.Is(Slot.Colour));
        return thing >= 0 && tokens.FindIndex(thing + 1, token => token.Is(Slot.Colour) || token.Is(Slot.Edit)) > thing && !tokens.Skip(thing + 1).Any(token => token.Is(Slot.Subject) && !token.Is(Slot.Colour));
    }

    [GeneratedRegex(@"[;!?\n\u3002\uff1b\uff01\uff1f]|(?<!\d)\.|\.(?!\d)")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@",(?!\d{3})|\uff0c|\bthen\b|\u7136\u540e")]
    private static partial Regex ClauseEnd();

    [GeneratedRegex(@"\b(?:and|but|while|plus|also)\b|\u5e76\u4e14|\u800c\u4e14|\u540c\u65f6|\u4f46\u662f|\u4f46|\u5e76", RegexOptions.IgnoreCase)]
    private static partial Regex Joint();

    [GeneratedRegex(@"^\s*(?:please\s+|also\s+)?(?:make|set|change|turn|replace|use|let|have|give|show|it\s+should|the\s+\w+\s+(?:should|must|is)|all|every)\b|^\s*(?:\u628a|\u5c06|\u8ba9|\u6539|\u6362)", RegexOptions.IgnoreCase)]
    private static partial Regex Verb();
}
