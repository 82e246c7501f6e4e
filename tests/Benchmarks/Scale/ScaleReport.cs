using System.Globalization;
using SoraFunctions.Benchmarks.Scale.Queueing;
using SoraFunctions.Benchmarks.Scale.Service;

namespace SoraFunctions.Benchmarks.Scale;

/// <summary>Prints what was simulated and computed as plain tables.</summary>
internal static class ScaleReport
{
    /// <summary>One day in full.</summary>
    public static void Print(ScaleOptions options, Measured measured, Day day, TimeSpan took)
    {
        var (model, run) = (day.Model, day.Run);
        Say($"A video: {options.Seconds:0.#} s for {string.Join(", ", options.Channels)}, {model.Shots.Count} shots, {model.Calls.Activities.Count()} activities, {model.Actions} actions; {model.Graph.ShortestTime():0.0} s when nothing waits.");
        Say($"Measured: {measured.Where.Command}, {measured.Where.Date}, {measured.Where.Machine}.");
        Say($"Simulated: {day.What} of {options.VideosPerDay:#,0} videos a day{(options.Stamps > 1 ? $", one of {options.Stamps} stamps" : "")}, {options.Backend} backend{(options.Callbacks ? ", callbacks" : "")}, seed {options.Seed}: {run.Came:#,0} videos, {run.Events:#,0} events in {took.TotalSeconds:0.0} s.");
        Say($"Made in: mean {Time(run.Times.Mean)}, median {Time(run.Times.Quantile(0.5))}, p95 {Time(run.Times.Quantile(0.95))}; {run.Times.PartWithin(options.TargetMinutes * 60):0.0 %} within {options.TargetMinutes:0.#} min; at most {run.MostPresent:#,0} at a time.");
        Say($"");
        Stations(options, day);
        Say($"");
        Flows(options, measured, day);
    }

    private static void Stations(ScaleOptions options, Day day)
    {
        var (model, run) = (day.Model, day.Run);
        var perVisit = Math.Max(0.5, ((options.TargetMinutes * 60) - model.Graph.ShortestTime()) / 10);
        Say($"{"station",-26}{"offered",10}{"at peak",10}{"needed",8}{"limit",8}{"use",7}{"peak use",10}{"mean wait",11}{"p95 wait",10}");
        foreach (var row in StationRow.Of(day, perVisit))
        {
            Say($"{row.Name,-26}{row.Busy,10:#,0.00}{row.PeakLoad,10:#,0.00}{row.Needed,8:#,0}{row.Limit,8:#,0}{row.Use,7:0 %}{row.PeakUse,10:0.0 %}{Time(row.Waits.Mean),11}{Time(row.Waits.Quantile(0.95)),10}");
        }

        Say($"(offered: servers at work on average as simulated; at peak: by arithmetic, the day's busiest ten minutes; use: of the servers that were there; needed: for 95 % of visits at the peak to wait at most {perVisit:0.0} s, by Erlang C; of partitions, for each to be at work 70 % of the time)");
        foreach (var (name, scaler) in new[] { "Functions instances", "worker replicas", "GPU replicas" }.Zip(day.Scalers))
        {
            Say($"{name}: on average {scaler.UnitArea / run.End:#,0.0}, at most {scaler.MostUnits:#,0}");
        }
    }

    private static void Flows(ScaleOptions options, Measured measured, Day day)
    {
        var videos = options.VideosPerDay / options.Stamps;
        var peak = DayCurve.Day(videos, options.Campaigns).Peak;
        Say($"{"flow",-36}{"a video",12}{"a day",12}{"a second",12}{"at peak",12}{"limit",12}");
        foreach (var flow in Flow.Of(options, measured, day.Model, day.Run.Times.Mean))
        {
            Say($"{flow.Name,-36}{Short(flow.PerVideo),12}{Short(flow.PerVideo * videos),12}{Short(flow.PerVideo * videos / 86_400),12}{Short(flow.PerVideo * peak),12}{(flow.Limit is { } limit ? Short(limit) : ""),12}");
        }
    }

    /// <summary>What breaks first, and how a day goes, as the load rises.</summary>
    public static void Sweep(ScaleOptions options, Measured measured)
    {
        Say($"What breaks at how many videos a day (arithmetic: the load of the day's busiest ten minutes takes the whole limit):");
        foreach (var limit in Limit.Of(options, measured))
        {
            Say($"  {limit.Name,-36}{limit.BreaksAt,16:#,0}   {limit.Remedy}");
        }

        Say($"");
        Say($"{"videos a day",14}{"simulated",30}{"mean",9}{"p95",9}{"in time",9}  fullest, of its limit at peak");
        foreach (var videos in new[] { 1e3, 1e4, 1e5, 1e6, 1e7 })
        {
            var at = options with { VideosPerDay = videos };
            var day = Day.Simulate(at, measured);
            var times = day.Run.Times;
            var full = Limit.Of(at, measured).Take(2).Select(limit => $"{limit.Name} {limit.Load / limit.Most:0 %}");
            Say($"{videos,14:#,0}{day.What,30}{Time(times.Mean),9}{Time(times.Quantile(0.95)),9}{times.PartWithin(at.TargetMinutes * 60),9:0 %}  {string.Join(", ", full)}");
        }
    }

    private static string Time(double seconds) => seconds switch
    {
        < 0.0005 => "0",
        < 1 => Text($"{seconds * 1000:0} ms"),
        < 120 => Text($"{seconds:0.0} s"),
        < 7200 => Text($"{seconds / 60:0.0} min"),
        _ => Text($"{seconds / 3600:0.0} h"),
    };

    private static string Short(double value) => Math.Abs(value) switch
    {
        >= 1e12 => Text($"{value / 1e12:0.00} T"),
        >= 1e9 => Text($"{value / 1e9:0.00} G"),
        >= 1e6 => Text($"{value / 1e6:0.00} M"),
        >= 1e4 => Text($"{value / 1e3:0.0} k"),
        >= 100 => Text($"{value:0}"),
        _ => Text($"{value:0.##}"),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void Say(FormattableString line) => Console.WriteLine(Text(line));

}
