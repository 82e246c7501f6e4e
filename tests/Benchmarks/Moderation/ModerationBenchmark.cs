using System.Globalization;
using BenchmarkDotNet.Running;
using SoraFunctions.Pipeline.Moderation;

namespace SoraFunctions.Benchmarks.Moderation;

/// <summary>How many violations the built-in rules find, how much harmless text they stop, and how fast they are.</summary>
internal static class ModerationBenchmark
{
    private const double LeastRecall = 0.98;
    private const double MostFalse = 0.01;
    private static readonly string[] _files = ["violations.tsv", "benign.tsv"];

    /// <summary>Judges the labelled texts, then the held-out ones; with <c>--misses</c> each wrong verdict is printed but those of texts that nobody shall mend by, with <c>--speed</c> the rules are timed.</summary>
    /// <returns>0, or 1 when the labelled texts are not judged as they should be.</returns>
    public static async Task<int> Run(string[] args)
    {
        if (args.Contains("--speed"))
        {
            BenchmarkRunner.Run<ModerationSpeed>(ModerationSpeed.InThisProcess);
            return 0;
        }

        var misses = args.Contains("--misses");
        var passes = await Report("labelled", _files, misses);
        await Report("held out once (the rules were mended by these since)", ["held-out.tsv"], misses);
        await Report("held out (nobody mends the rules by these)", ["held-out-2.tsv"], misses: false);
        await Report("held out later (mended by since)", ["held-out-3.tsv"], misses);
        await Report("held out after that (mended by since)", ["held-out-4.tsv"], misses);
        await Report("held out last (mended by since its first reading)", ["held-out-5.tsv"], misses);
        return passes ? 0 : 1;
    }

    private static async Task<bool> Report(string name, string[] files, bool misses)
    {
        var judged = new List<(LabelledText Text, bool Stopped, ModerationVerdict Verdict)>();
        var moderator = new RuleModerator();
        foreach (var text in files.SelectMany(LabelledText.In))
        {
            var verdict = await moderator.Judge([new ModeratedText("prompt", text.Text)], [], CancellationToken.None);
            judged.Add((text, verdict.Outcome != ModerationOutcome.Allow, verdict));
        }

        Console.WriteLine($"{name}: {judged.Count} texts");
        Console.WriteLine("category            language   texts  stopped   rate");
        foreach (var group in judged.GroupBy(one => (one.Text.Label, one.Text.Language)).OrderBy(group => group.Key))
        {
            Print(group.Key.Label, group.Key.Language, [.. group]);
        }

        foreach (var group in judged.GroupBy(one => (Kind: $"as {one.Text.Kind}", one.Text.Language, one.Text.IsBenign)).OrderBy(group => group.Key))
        {
            Print(group.Key.Kind, group.Key.Language, [.. group]);
        }

        if (misses)
        {
            foreach (var (text, stopped, verdict) in judged.Where(one => one.Stopped == one.Text.IsBenign))
            {
                Console.WriteLine($"  {(stopped ? "stopped" : "missed")}: {text.Label} {text.Language} {text.Kind}: {text.Text} {string.Join(' ', verdict.Findings.Select(finding => finding.Rule))}");
            }
        }

        var recall = Rate([.. judged.Where(one => !one.Text.IsBenign)]);
        var wrong = Rate([.. judged.Where(one => one.Text.IsBenign)]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"recall {recall:0.0000} (at least {LeastRecall}), false positives {wrong:0.0000} (at most {MostFalse})"));
        Console.WriteLine();
        return recall >= LeastRecall && wrong <= MostFalse;
    }

    private static void Print(string name, string language, IReadOnlyCollection<(LabelledText, bool Stopped, ModerationVerdict)> judged) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{name,-20}{language,-9}{judged.Count,7}{judged.Count(one => one.Stopped),9}{Rate(judged),7:0.000}"));

    private static double Rate(IReadOnlyCollection<(LabelledText, bool Stopped, ModerationVerdict)> judged) => judged.Count(one => one.Stopped) / (double)Math.Max(1, judged.Count);
}
