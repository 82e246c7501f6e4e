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

    /// <summary>Most letters between the two, such as an article.</summary>
    private const int MostDenialLetters = 2;

    private static readonly List<Hit> _none = [];

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
        return all.Exists(hit => hit.Term.IsContext || hit.Term.IsDenial)
            ? Unexcused(reading, all, all.FindAll(hit => hit.Term.IsContext), all.FindAll(hit => hit.Term.IsDenial))
            : all;
    }

    private static List<Hit> Unexcused(string reading, List<Hit> all, List<Hit> contexts, List<Hit> denials)
    {
        // What touches a hit ends no further behind it than the longest is long, so that a text full of both is no square of work.
        var longest = contexts.Concat(denials).Max(hit => hit.End - hit.Start);
        return all.FindAll(hit => !hit.Term.IsContext
            && !Ending(contexts, hit.Start + 1, hit.End + longest).Exists(context => Excuses(context, hit))
            && !(hit.Term.IsDeniable && Ending(denials, hit.Start - DenialReach, hit.End + 1 + longest).Exists(
                denial => Denies(reading, denial, hit) || (hit.Term.Category != ModerationCategory.Sexual && DeniesAfter(denial, hit)))));
    }

    /// <summary>Those that end between two places, both included. They are in order of their ends.</summary>
    private static List<Hit> Ending(List<Hit> hits, int first, int last)
    {
        var (from, to) = (0, hits.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = hits[middle].End < first ? (middle + 1, to) : (from, middle);
        }

        var end = from;
        while (end < hits.Count && hits[end].End <= last)
        {
            end++;
        }

        return end == from ? _none : hits.GetRange(from, end - from);
    }

    // Chinese words share characters with their neighbours, so there an overlap is enough.
    private static bool Excuses(Hit context, Hit hit) =>
        (context.Term.Kind == TermKind.Han ? context.Overlaps(hit) : context.Covers(hit))
        && (hit.Term.Category is not { } category || context.Term.Excuses.Contains(category));

    /// <summary>Whether a denial stands just before a hit, in the same clause.</summary>
    public static bool Denies(string reading, Hit denial, Hit hit) =>
        denial.Term.Concepts.Holds(ConceptSet.Denial)
        && denial.End <= hit.Start
        && hit.Start - denial.End <= DenialReach
        && reading.AsSpan(denial.End..hit.Start).Trim().Length <= MostDenialLetters
        && !reading.AsSpan(denial.End..hit.Start).Contains('\n');

    /// <summary>Whether a denial stands right behind a hit: "noose-free".</summary>
    public static bool DeniesAfter(Hit denial, Hit hit) => denial.Term.Concepts.Holds(ConceptSet.DenialAfter) && denial.Start == hit.End + 1;

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
