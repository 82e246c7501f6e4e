using System.Globalization;

namespace SoraFunctions.Benchmarks.Direction;

/// <summary>Whether the embedded writer understands briefs: what it reads of hand-labelled ones, slot by slot.</summary>
internal static class DirectionBenchmark
{
    private const double LeastPrecision = 0.95;
    private const double LeastRecall = 0.90;

    /// <summary>Prints precision and recall by language and slot; 1 when either is too low for a language of the first two sets.</summary>
    /// <param name="args"><c>--misses</c> to print what was misunderstood; <c>--mended</c> for the sets alone that the reader is mended by; <c>speed</c> to measure how many are written in a second.</param>
    public static int Run(string[] args)
    {
        if (args is ["speed", ..])
        {
            return WritingBenchmark.Run();
        }

        var misses = args.Contains("--misses");
        var well = Report("briefs", misses) & Report("more-languages", misses);
        if (!args.Contains("--mended"))
        {
            Report("held-out", misses);
            Report("fresh", misses);
            Report("strangers-a", misses);
            Report("strangers-b", misses);
        }

        return well ? 0 : 1;
    }

    private static bool Report(string set, bool misses)
    {
        var briefs = LabelledBrief.Of(Path.Combine(AppContext.BaseDirectory, "Direction", $"{set}.tsv"));
        var scored = briefs.Select(brief => (Brief: brief, Understood: Understood.Of(brief.Prompt))).ToList();
        var languages = briefs.Select(brief => brief.Language).Distinct().ToArray();
        Console.WriteLine($"{set}: {briefs.Count} briefs; {string.Join(", ", languages.Select(language => $"{briefs.Count(brief => brief.Language == language)} {language}"))}");
        Console.WriteLine($"{"",-12}{string.Concat(languages.Select(language => $"{language,-30}"))}");
        Console.WriteLine($"{"slot",-12}{string.Concat(languages.Select(_ => $"{"precision",9}{"recall",9}{"labels",8}    "))}");
        foreach (var slot in briefs.SelectMany(brief => brief.Labels).Select(label => label.Slot).Distinct())
        {
            Console.WriteLine($"{slot,-12}{string.Join("    ", languages.Select(language => Row(Of(language, label => label.Slot == slot))))}");
        }

        Score[] all = [.. languages.Select(language => Of(language, _ => true))];
        Console.WriteLine($"{"all",-12}{string.Join("    ", all.Select(Row))}");
        Console.WriteLine();
        if (misses)
        {
            Misses(scored);
        }

        return all.All(score => score.Precision >= LeastPrecision && score.Recall >= LeastRecall);

        Score Of(string language, Func<Label, bool> which) => scored.Where(pair => pair.Brief.Language == language)
            .Select(pair => Score.Of([.. pair.Brief.Labels.Where(which)], [.. pair.Understood.Where(which)]))
            .Aggregate(new Score(), (left, right) => left + right);
    }

    private static void Misses(IEnumerable<(LabelledBrief Brief, IReadOnlySet<Label> Understood)> scored)
    {
        foreach (var (brief, understood) in scored.Where(pair => !pair.Brief.Labels.SetEquals(pair.Understood)))
        {
            Console.WriteLine(brief.Prompt.ReplaceLineEndings(" / "));
            Console.WriteLine($"    missed: {string.Join("; ", brief.Labels.Except(understood))}");
            Console.WriteLine($"    invented: {string.Join("; ", understood.Except(brief.Labels))}");
        }
    }

    private static string Row(Score score) => string.Create(
        CultureInfo.InvariantCulture, $"{score.Precision,9:0.000}{score.Recall,9:0.000}{score.Right + score.Missed,8}");
}
