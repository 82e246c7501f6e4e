using SoraFunctions.Pipeline.Moderation.Text;
using SoraFunctions.Pipeline.Words;

namespace SoraFunctions.Pipeline.Moderation.Rules;

/// <summary>Which terms a reading really holds, once word boundaries and harmless contexts are respected.</summary>
internal static class Matches
{
    /// <summary>Tag of words that deny what follows: "no blood".</summary>
    private const string Denial = "denial";

    /// <summary>Shortest term that counts amid letters that were spelled apart.</summary>
    private const int ShortestInJoined = 4;

    /// <summary>Most characters between a denial and what it denies.</summary>
    private const int DenialReach = 4;

    /// <summary>Hits that no harmless context excuses, in order of their ends.</summary>
    public static IReadOnlyList<Hit> In(string reading, AhoCorasick<Term> terms)
    {
        var all = terms.Find(reading)
            .Select(found => new Hit(found.Start, found.End, found.Value))
            .Where(hit => hit.Term.Kind == TermKind.Han || IsWhole(reading, hit))
            .ToArray();
        var contexts = all.Where(hit => hit.Term.Excuses.Count > 0).ToArray();
        var denials = all.Where(hit => hit.Term.Tags.Contains(Denial)).ToArray();
        return
        [
            .. all.Where(hit => hit.Term.Excuses.Count == 0
                && !contexts.Any(context => Excuses(context, hit))
                && !denials.Any(denial => Denies(reading, denial, hit))),
        ];
    }

    /// <summary>Pair rules whose two tags stand near enough to each other.</summary>
    public static IEnumerable<PairRule> Pairs(string reading, IReadOnlyList<Hit> hits, IReadOnlyList<PairRule> rules) =>
        rules.Where(rule => hits
            .Where(hit => hit.Term.Tags.Contains(rule.First))
            .Any(first => hits.Any(second =>
                second.Term.Tags.Contains(rule.Second)
                && !first.Overlaps(second)
                && first.DistanceTo(second) <= rule.Window
                && !Between(reading, first, second).Contains('\n'))));

    // Chinese words share characters with their neighbours, so there an overlap is enough.
    private static bool Excuses(Hit context, Hit hit) =>
        (context.Term.Kind == TermKind.Han ? context.Overlaps(hit) : context.Covers(hit))
        && context.Term.Excuses.Any(category => hit.Term.Category is null || category == hit.Term.Category);

    private static bool Denies(string reading, Hit denial, Hit hit) =>
        hit.Term is { Severity: <= 4, Category: not (null or ModerationCategory.PublicFigure or ModerationCategory.ProtectedCharacter) }
        && denial.End <= hit.Start
        && hit.Start - denial.End <= DenialReach
        && reading.AsSpan(denial.End..hit.Start).Trim().Length is 0 or <= 2
        && !Between(reading, denial, hit).Contains('\n');

    private static ReadOnlySpan<char> Between(string reading, Hit one, Hit other) =>
        one.End <= other.Start ? reading.AsSpan(one.End..other.Start)
        : other.End <= one.Start ? reading.AsSpan(other.End..one.Start)
        : [];

    private static bool IsWhole(string reading, Hit hit) =>
        IsInJoined(reading, hit) || (hit.Start == 0 || !IsLetter(reading[hit.Start - 1])) && (hit.End == reading.Length || !IsLetter(reading[hit.End]));

    private static bool IsInJoined(string reading, Hit hit)
    {
        var start = hit.Start;
        while (start > 0 && IsLetter(reading[start - 1]))
        {
            start--;
        }

        return start > 0 && reading[start - 1] == Reading.Joined && hit.End - hit.Start >= ShortestInJoined;
    }

    private static bool IsLetter(char c) => char.IsLetterOrDigit(c) && !Chinese.IsHan(c);
}
