using SoraFunctions.Pipeline.Moderation.Text;
using SoraFunctions.Pipeline.Words;

namespace SoraFunctions.Pipeline.Moderation.Rules;

/// <summary>Which terms a reading really holds, once word boundaries and harmless contexts are respected.</summary>
internal static class Matches
{
    /// <summary>Shortest term that counts amid letters that were spelled apart.</summary>
    private const int ShortestInJoined = 4;

    /// <summary>Most characters between a denial and what it denies.</summary>
    private const int DenialReach = 4;

    /// <summary>Hits that no harmless context excuses, in order of their ends.</summary>
    public static IReadOnlyList<Hit> In(string reading, AhoCorasick<Term> terms)
    {
        var all = new List<Hit>();
        terms.Find(reading, (reading, all), static (to, start, end, term) =>
        {
            var hit = new Hit(start, end, term);
            if (term.Kind == TermKind.Han || IsWhole(to.reading, hit))
            {
                to.all.Add(hit);
            }
        });
        if (!all.Exists(hit => hit.Term.IsContext || hit.Term.IsDenial))
        {
            return all;
        }

        var contexts = all.FindAll(hit => hit.Term.IsContext);
        var denials = all.FindAll(hit => hit.Term.IsDenial);
        return all.FindAll(hit => !hit.Term.IsContext
            && !contexts.Exists(context => Excuses(context, hit))
            && !(hit.Term.IsDeniable && denials.Exists(denial => Denies(reading, denial, hit))));
    }

    /// <summary>Pair rules whose two tags stand near enough to each other, with the two.</summary>
    public static IEnumerable<(PairRule Rule, Hit First, Hit Second)> Pairs(string reading, IReadOnlyList<Hit> hits, IReadOnlyList<PairRule> rules)
    {
        var present = TermTags.None;
        foreach (var hit in hits)
        {
            present |= hit.Term.Tags;
        }

        return present == TermTags.None ? [] : rules
            .Where(rule => present.HasFlag(rule.First | rule.Second))
            .Select(rule => (Rule: rule, Pair: Near(reading, hits, rule)))
            .Where(one => one.Pair is not null)
            .Select(one => (one.Rule, one.Pair!.Value.First, one.Pair.Value.Second));
    }

    private static (Hit First, Hit Second)? Near(string reading, IReadOnlyList<Hit> hits, PairRule rule)
    {
        foreach (var first in hits)
        {
            if (!first.Term.Tags.HasFlag(rule.First))
            {
                continue;
            }

            foreach (var second in hits)
            {
                if (second.Term.Tags.HasFlag(rule.Second) && !first.Overlaps(second)
                    && first.DistanceTo(second) <= rule.Window && !Between(reading, first, second).Contains('\n'))
                {
                    return (first, second);
                }
            }
        }

        return null;
    }

    // Chinese words share characters with their neighbours, so there an overlap is enough.
    private static bool Excuses(Hit context, Hit hit) =>
        (context.Term.Kind == TermKind.Han ? context.Overlaps(hit) : context.Covers(hit))
        && (hit.Term.Category is not { } category || context.Term.Excuses.Contains(category));

    private static bool Denies(string reading, Hit denial, Hit hit) =>
        denial.Term.Tags.HasFlag(TermTags.DenialAfter) ? denial.Start == hit.End + 1 && hit.Term.Category != ModerationCategory.Sexual :
        denial.End <= hit.Start
        && hit.Start - denial.End <= DenialReach
        && reading.AsSpan(denial.End..hit.Start).Trim().Length is 0 or <= 2
        && !Between(reading, denial, hit).Contains('\n');

    private static ReadOnlySpan<char> Between(string reading, Hit one, Hit other) =>
        one.End <= other.Start ? reading.AsSpan(one.End..other.Start)
        : other.End <= one.Start ? reading.AsSpan(other.End..one.Start)
        : [];

    private static bool IsWhole(string reading, Hit hit) =>
        ((hit.Start == 0 || !IsLetter(reading[hit.Start - 1])) && (hit.End == reading.Length || !IsLetter(reading[hit.End])))
        || IsInJoined(reading, hit);

    private static bool IsInJoined(string reading, Hit hit)
    {
        if (hit.End - hit.Start < ShortestInJoined)
        {
            return false;
        }

        var start = hit.Start;
        while (start > 0 && IsLetter(reading[start - 1]))
        {
            start--;
        }

        return start > 0 && reading[start - 1] == Reading.Joined;
    }

    private static bool IsLetter(char c) => char.IsLetterOrDigit(c) && !Chinese.IsHan(c);
}
