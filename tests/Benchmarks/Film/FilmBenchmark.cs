using System.Diagnostics;
using System.Globalization;
using SoraFunctions.World;

namespace SoraFunctions.Benchmarks.Film;

/// <summary>
/// What a clip costs from the start of the program to the finished file: each shot in a process of its own, encoder included, beside
/// three.js in headless Chromium with software GL when that is asked for.
/// </summary>
internal static class FilmBenchmark
{
    private const int FramesPerSecond = 30;

    public static async Task<int> Run(string[] arguments)
    {
        switch (arguments)
        {
            case ["--take", var name, var folder]:
                await Take.Render(name, Checkout.Examples, folder);
                return 0;
            case ["examples"]:
                await Examples();
                return 0;
            case [.. var wanted] when wanted.All(word => word == "--peer" || Shots.Names.Contains(word)):
                await Compare([.. wanted.Where(word => word != "--peer")], wanted.Contains("--peer"));
                return 0;
            default:
                Console.Error.WriteLine($"bench film [--peer] [examples|{string.Join("|", Shots.Names)} ...]");
                return 2;
        }
    }

    private static async Task Compare(IReadOnlyList<string> names, bool peer)
    {
        var folder = Directory.CreateTempSubdirectory("sora-film").FullName;
        try
        {
            Console.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores; {Load()}");
            Console.WriteLine("shot           length   wall s   CPU s  CPU ms/frame  frames/s  x real time  peak MiB  first frame s");
            foreach (var name in names.Count > 0 ? names : Shots.Names)
            {
                var seconds = (double)Shots.Named(name).Shot.Seconds;
                Print(name, seconds, await ProcessTree.Run("dotnet", typeof(FilmBenchmark).Assembly.Location, "film", "--take", name, folder));
            }

            if (peer)
            {
                Print("three.js", 10, await ProcessTree.Run(
                    "node", Path.Combine(Checkout.Folder, "tests/Benchmarks/Film/peer/film.js"), Path.Combine(folder, "peer.mp4"), "10",
                    Path.Combine(Checkout.Examples, "sneaker-box/box.png"), "/usr/bin/chromium"));
            }

            Console.WriteLine(Load());
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    /// <summary>Every shot of the examples, standard, one after the other in this process, as a worker films them.</summary>
    private static async Task Examples()
    {
        var folder = Directory.CreateTempSubdirectory("sora-film").FullName;
        try
        {
            Console.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores; {Load()}");
            Console.WriteLine("shot             setting           deed        length   wall s   CPU s  CPU ms/frame");
            var (engine, costs) = (new WorldEngine(), new List<double>());
            foreach (var (name, order) in await ExampleShots.All(Checkout.Examples))
            {
                var (clock, before) = (Stopwatch.StartNew(), ProcessTree.Spent);
                await engine.Render(order, picture => Path.Combine(Checkout.Examples, picture), folder, new Progress<double>(), CancellationToken.None);
                var spent = ProcessTree.Spent - before;
                costs.Add(1000 * spent / order.Format.FramesIn(order.Shot.Seconds));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{name,-16} {order.Shot.Setting,-17} {order.Shot.Action,-11} {order.Shot.Seconds,4:0.0} s {clock.Elapsed.TotalSeconds,8:0.0} {spent,7:0.0} {costs[^1],13:0}"));
            }

            costs.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"median of {costs.Count}: {(costs[(costs.Count - 1) / 2] + costs[costs.Count / 2]) / 2:0} CPU ms/frame"));
            Console.WriteLine(Load());
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static void Print(string name, double seconds, Usage usage)
    {
        var frames = seconds * FramesPerSecond;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-14} {seconds,4:0} s {usage.Wall.TotalSeconds,8:0.0} {usage.Processor.TotalSeconds,7:0.0} "
            + $"{usage.Processor.TotalMilliseconds / frames,13:0} {frames / usage.Wall.TotalSeconds,9:0.0} {seconds / usage.Wall.TotalSeconds,12:0.00} "
            + $"{usage.PeakMegabytes,9:0} {usage.First.TotalSeconds,14:0.0}"));
    }

    // Above the number of cores, wall times say nothing and processor times are somewhat too high.
    private static string Load() => $"load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}";
}
