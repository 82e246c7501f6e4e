using System.CommandLine;
using System.Diagnostics;
using SoraFunctions.Benchmarks.Scale.Measuring;
using SoraFunctions.Benchmarks.Scale.Service;
using SoraFunctions.Pipeline.Channels;
using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Benchmarks.Scale;

/// <summary><c>scale</c>: one simulated day of the service, fed with what a real video costs.</summary>
internal static class ScaleBenchmark
{
    private static readonly ScaleOptions Usual = new();
    private static readonly Option<double> Videos = new("--videos-per-day") { Description = "the load of the day", DefaultValueFactory = _ => Usual.VideosPerDay };
    private static readonly Option<decimal> Seconds = new("--seconds") { Description = "length of a video", DefaultValueFactory = _ => Usual.Seconds };
    private static readonly Option<string> Channels = new("--channels") { Description = "its channels, with commas between", DefaultValueFactory = _ => string.Join(',', Usual.Channels) };
    private static readonly Option<double> Target = new("--target") { Description = "minutes in which 95 % of the videos should be made", DefaultValueFactory = _ => Usual.TargetMinutes };
    private static readonly Option<Backend> Carrier = new("--backend") { Description = "what carries the orchestrations", DefaultValueFactory = _ => Usual.Backend };
    private static readonly Option<int> Partitions = new("--partitions") { Description = "of the task hub on Azure Storage", DefaultValueFactory = _ => Usual.Partitions };
    private static readonly Option<bool> Callbacks = new("--callbacks") { Description = "the worker raises an event when a job is done; no slot is held meanwhile" };
    private static readonly Option<int> Instances = new("--instances") { Description = "most Functions instances", DefaultValueFactory = _ => Usual.Instances };
    private static readonly Option<int> Replicas = new("--replicas") { Description = "most worker replicas", DefaultValueFactory = _ => Usual.Replicas };
    private static readonly Option<int> Cores = new("--replica-cores") { Description = "cores of a replica", DefaultValueFactory = _ => Usual.ReplicaCores };
    private static readonly Option<double?> GpuSeconds = new("--gpu-seconds") { Description = "GPU seconds per second of video: shots are rendered on GPUs (an assumption of yours)" };
    private static readonly Option<int> Gpus = new("--gpus") { Description = "most GPUs", DefaultValueFactory = _ => Usual.Gpus };
    private static readonly Option<int> DatabaseCores = new("--database-cores") { Description = "cores of the database server", DefaultValueFactory = _ => Usual.DatabaseCores };
    private static readonly Option<int> Judges = new("--judges") { Description = "Content Safety accounts", DefaultValueFactory = _ => Usual.Judges };
    private static readonly Option<int> Stamps = new("--stamps") { Description = "deployments side by side", DefaultValueFactory = _ => Usual.Stamps };
    private static readonly Option<int> Seed = new("--seed") { Description = "same seed, same day", DefaultValueFactory = _ => Usual.Seed };
    private static readonly Option<bool> Sweep = new("--sweep") { Description = "from 1,000 to 10,000,000 videos a day" };
    private static readonly Option<FileInfo> Costs = new("--measured") { Description = "what a video costs", DefaultValueFactory = _ => new FileInfo(Path.Combine(AppContext.BaseDirectory, "Scale", "measured.json")) };
    private static readonly Option<FileInfo?> Measure = new("--measure") { Description = "make a video and write what it costs to this file" };
    private static readonly Option<string> Size = new("--size") { Description = "raster of the video to measure", DefaultValueFactory = _ => "640x360" };
    private static readonly Option<decimal> Length = new("--measure-seconds") { Description = "length of the video to measure", DefaultValueFactory = _ => 4 };

    /// <summary>Runs it.</summary>
    public static Task<int> Run(string[] args)
    {
        var command = new RootCommand("A simulated day of the service, fed with what a real video costs.")
        {
            Videos, Seconds, Channels, Target, Carrier, Partitions, Callbacks, Instances, Replicas, Cores, GpuSeconds, Gpus, DatabaseCores, Judges, Stamps,
            Seed, Sweep, Costs, Measure, Size, Length,
        };
        command.SetAction(parsed => parsed.GetValue(Measure) is { } file ? Cost(parsed, file) : Task.FromResult(Simulate(parsed)));
        return command.Parse(args).InvokeAsync();
    }

    private static async Task<int> Cost(ParseResult parsed, FileInfo file)
    {
        if (!FrameSize.TryParse(parsed.GetValue(Size), out var size))
        {
            await Console.Error.WriteLineAsync($"--size is {FrameSize.Accepted}.");
            return 2;
        }

        var seconds = parsed.GetValue(Length);
        var measured = await Measurement.Take(size, seconds, FormattableString.Invariant($"./sora bench scale --measure FILE --size {size} --measure-seconds {seconds}"));
        measured.Write(file.FullName);
        foreach (var (name, cost) in measured.Stages)
        {
            Console.WriteLine(FormattableString.Invariant(
                $"{name,-20}{cost.Runs,4} runs{cost.CpuSeconds,9:0.000} CPU s{cost.Statements,6} statements{cost.BlobRequests,6} blob requests{cost.BytesStored,12:#,0} bytes stored"));
        }

        return 0;
    }

    private static int Simulate(ParseResult parsed)
    {
        var options = new ScaleOptions
        {
            VideosPerDay = parsed.GetValue(Videos),
            Seconds = parsed.GetValue(Seconds),
            Channels = parsed.GetValue(Channels)!.Split(',', StringSplitOptions.TrimEntries),
            TargetMinutes = parsed.GetValue(Target),
            Backend = parsed.GetValue(Carrier),
            Partitions = parsed.GetValue(Partitions),
            Callbacks = parsed.GetValue(Callbacks),
            Instances = parsed.GetValue(Instances),
            Replicas = parsed.GetValue(Replicas),
            ReplicaCores = parsed.GetValue(Cores),
            GpuSeconds = parsed.GetValue(GpuSeconds),
            Gpus = parsed.GetValue(Gpus),
            DatabaseCores = parsed.GetValue(DatabaseCores),
            Judges = parsed.GetValue(Judges),
            Stamps = parsed.GetValue(Stamps),
            Seed = parsed.GetValue(Seed),
        };
        if (Fault(options) is { } fault)
        {
            Console.Error.WriteLine(fault);
            return 2;
        }

        var measured = Measured.Read(parsed.GetValue(Costs)!.FullName);
        if (parsed.GetValue(Sweep))
        {
            ScaleReport.Sweep(options, measured);
            return 0;
        }

        var clock = Stopwatch.StartNew();
        var day = Day.Simulate(options, measured);
        ScaleReport.Print(options, measured, day, clock.Elapsed);
        return 0;
    }

    private static string? Fault(ScaleOptions options) =>
        options.VideosPerDay is not (>= 1 and <= 1e8) ? "--videos-per-day is 1 to 100,000,000."
        : options.Seconds is not (>= 1 and <= 120) ? "--seconds is 1 to 120."
        : options.Channels.FirstOrDefault(channel => ChannelProfile.Find(channel) is null) is { } unknown
            ? $"--channels names '{unknown}'; accepted: {string.Join(", ", ChannelProfile.Names)}."
        : options.Partitions is not (>= 1 and <= 16) ? "--partitions is 1 to 16."
        : options.GpuSeconds is <= 0 ? "--gpu-seconds is more than 0."
        : int.Min(options.Instances, int.Min(options.Replicas, int.Min(options.ReplicaCores, int.Min(options.Gpus, int.Min(options.DatabaseCores, int.Min(options.Judges, options.Stamps)))))) < 1
            ? "--instances, --replicas, --replica-cores, --gpus, --database-cores, --judges and --stamps are 1 or more."
        : null;
}
