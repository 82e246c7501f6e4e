using System.Globalization;
using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Benchmarks.Sync;

/// <summary>Whether things are heard when they meet: onsets in the decoded sound of finished videos against the contacts of their logs.</summary>
internal static class SyncBenchmark
{
    private const double MostMedian = 10;
    private const double MostP95 = 20;

    // Milliseconds that an onset may be from a contact to be its own.
    private const double Window = 40;

    // Shots that are also cut to one video.
    private const int Joined = 3;

    /// <summary>Renders, cuts, decodes and measures; keeps the videos where <c>--keep FOLDER</c> says.</summary>
    /// <returns>0, or 1 when a limit is broken.</returns>
    public static async Task<int> Run(string[] arguments)
    {
        var kept = arguments is ["--keep", var path] ? Directory.CreateDirectory(path).FullName : null;
        if (arguments.Length > 0 && kept is null)
        {
            Console.Error.WriteLine("bench sync [--keep FOLDER]");
            return 2;
        }

        var folder = kept ?? Directory.CreateTempSubdirectory("sora-sync").FullName;
        try
        {
            return await Measure(folder) ? 0 : 1;
        }
        finally
        {
            if (kept is null)
            {
                Directory.Delete(folder, true);
            }
        }
    }

    private static async Task<bool> Measure(string folder)
    {
        Console.WriteLine("video                    contacts  audible   median ms     p95 ms   missed    extra");
        List<(ShotOrder Order, string Folder)> shots = [];
        List<Meeting> joined = [];
        List<double> errors = [];
        var (missed, extra, start) = (0, 0, 0.0);
        foreach (var (name, order) in SyncScenes.All)
        {
            var own = Path.Combine(folder, name.Replace(' ', '-'));
            var log = await SyncChain.Render(order, own);
            var all = Meeting.All(log);
            var video = await SyncChain.Cut([(order, own)], Path.Combine(own, "cut"));
            var found = await Judge(name, video, all);
            errors.AddRange(found.Errors);
            (missed, extra) = (missed + found.Missed, extra + found.Extra);
            if (name == SyncScenes.Tracked)
            {
                await JudgePicture(video, [.. Meeting.Audible(all).Select(group => group[0])]);
            }

            if (shots.Count == Joined)
            {
                continue;
            }

            shots.Add((order, own));
            joined.AddRange(all.Where(meeting => meeting.Time < (double)order.Shot.Seconds).Select(meeting => meeting with { Time = meeting.Time + start }));
            start += (double)order.Shot.Seconds;
        }

        var cut = await SyncChain.Cut(shots, Path.Combine(folder, "joined"));
        var whole = await Judge("cut of the first three", cut, joined);
        errors.AddRange(whole.Errors);
        (missed, extra) = (missed + whole.Missed, extra + whole.Extra);
        Row("these", 0, errors.Count + missed, Part(errors, 0.5), Part(errors, 0.95), missed, extra);
        foreach (var (name, order) in SyncScenes.Others)
        {
            var own = Path.Combine(folder, name.Replace(' ', '-'));
            var log = await SyncChain.Render(order, own);
            var found = await Judge(name, await SyncChain.Cut([(order, own)], Path.Combine(own, "cut")), Meeting.All(log));
            errors.AddRange(found.Errors);
            (missed, extra) = (missed + found.Missed, extra + found.Extra);
        }

        var (median, p95) = (Part(errors, 0.5), Part(errors, 0.95));
        Row("all", 0, errors.Count + missed, median, p95, missed, extra);
        var passes = errors.Count > 0 && median <= MostMedian && p95 <= MostP95 && missed == 0 && extra == 0;
        Console.WriteLine(passes ? "pass" : string.Create(CultureInfo.InvariantCulture, $"fail: median above {MostMedian} ms, p95 above {MostP95} ms, or an onset missed or too many"));
        return passes;
    }

    private static async Task<(IReadOnlyList<double> Errors, int Missed, int Extra)> Judge(string name, string video, IReadOnlyList<Meeting> all)
    {
        var audible = Meeting.Audible(all);
        var onsets = Onsets.In(await SyncChain.Sound(video));
        List<double> errors = [];
        List<string> faults = [];
        foreach (var group in audible)
        {
            var error = onsets.SelectMany(onset => group.Select(meeting => 1000 * (onset - meeting.Time))).OrderBy(Math.Abs).Cast<double?>().FirstOrDefault();
            if (error is { } ms && Math.Abs(ms) <= Window)
            {
                errors.Add(Math.Abs(ms));
            }
            else
            {
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"missed {group[0].Time:0.000} s (strength {group[0].Strength:0.0000})"));
            }
        }

        var missed = faults.Count;
        faults.AddRange(onsets.Where(onset => all.All(meeting => 1000 * Math.Abs(meeting.Time - onset) > Window))
            .Select(onset => string.Create(CultureInfo.InvariantCulture, $"extra {onset:0.000} s")));
        Row(name, all.Count, audible.Count, Part(errors, 0.5), Part(errors, 0.95), missed, faults.Count - missed);
        foreach (var fault in faults)
        {
            Console.WriteLine($"    {fault}");
        }

        return (errors, missed, faults.Count - missed);
    }

    private static async Task JudgePicture(string video, IReadOnlyList<Meeting> audible)
    {
        var seen = await Tracking.Impacts(video, [.. audible.Select(meeting => meeting.Time)]);
        var onsets = Onsets.In(await SyncChain.Sound(video));
        if (seen.Count == 0 || onsets.Count == 0)
        {
            return;
        }

        var log = seen.Select(time => audible.Min(meeting => 1000 * Math.Abs(meeting.Time - time))).ToList();
        var sound = seen.Select(time => onsets.Min(onset => 1000 * Math.Abs(onset - time))).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"    in the decoded picture {seen.Count} impacts: from the log's median {Part(log, 0.5):0.00} ms, most {log.Max():0.00} ms; from the sound's median {Part(sound, 0.5):0.00} ms, most {sound.Max():0.00} ms"));
    }

    private static void Row(string name, int contacts, int audible, double median, double p95, int missed, int extra) => Console.WriteLine(
        string.Create(CultureInfo.InvariantCulture, $"{name,-23} {(contacts == 0 ? "" : contacts),9} {audible,8} {median,11:0.00} {p95,10:0.00} {missed,8} {extra,8}"));

    private static double Part(IReadOnlyList<double> values, double part) =>
        values.Count == 0 ? 0 : values.Order().ElementAt(Math.Min(values.Count - 1, (int)(part * values.Count)));
}
