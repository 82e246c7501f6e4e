using System.Diagnostics;
using System.Globalization;

namespace SoraFunctions.Benchmarks.Film;

/// <summary>A program and what it starts, watched through /proc (Linux) five times a second.</summary>
internal static class ProcessTree
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">Its name or path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="InvalidOperationException">It ended with another code than 0.</exception>
    public static async Task<Usage> Run(string program, params string[] arguments)
    {
        var before = Children;
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var first = First(process, clock);
        var (peak, seen) = (0.0, new Dictionary<int, double>());
        var end = process.WaitForExitAsync();
        while (await Task.WhenAny(end, Task.Delay(Interval)) != end)
        {
            var memory = 0.0;
            foreach (var id in Below(process.Id))
            {
                memory += Memory(id);
                seen[id] = Math.Max(seen.GetValueOrDefault(id), Stat(id) is { } stat ? stat.Processor : 0);
            }

            peak = Math.Max(peak, memory);
        }

        var wall = clock.Elapsed;
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with code {process.ExitCode}.");

        // What ended unawaited is missing from the kernel's sum, the last moments of each from what was seen.
        return new(wall, TimeSpan.FromSeconds(Math.Max(Children - before, seen.Values.Sum())), await first, peak);
    }

    /// <summary>Processor seconds of this process, and of what it started and that has ended.</summary>
    public static double Spent => Stat(Environment.ProcessId) is { } stat ? stat.Processor + stat.Awaited : 0;

    private static async Task<TimeSpan> First(Process process, Stopwatch clock)
    {
        var first = TimeSpan.Zero;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == "first") first = clock.Elapsed;
        }

        return first;
    }

    /// <summary>Processor seconds of the children that have ended and were waited for, with theirs.</summary>
    private static double Children => Stat(Environment.ProcessId)!.Value.Awaited;

    private static List<int> Below(int root)
    {
        var parents = new Dictionary<int, int>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), out var id) && Stat(id) is { } stat) parents[id] = stat.Parent;
        }

        List<int> tree = [root];
        for (var i = 0; i < tree.Count; i++) tree.AddRange(parents.Where(pair => pair.Value == tree[i]).Select(pair => pair.Key));
        return tree;
    }

    /// <summary>Fields 4 and 14 to 17 of proc(5) stat, counted from behind the name, which may hold blanks; ticks are 1/100 s.</summary>
    private static (int Parent, double Processor, double Awaited)? Stat(int id)
    {
        if (Read($"/proc/{id}/stat") is not { Length: > 0 } text) return null;
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        double Seconds(int index) => double.Parse(fields[index], CultureInfo.InvariantCulture) / 100;
        return (int.Parse(fields[1], CultureInfo.InvariantCulture), Seconds(11) + Seconds(12), Seconds(13) + Seconds(14));
    }

    private static double Memory(int id) =>
        Read($"/proc/{id}/smaps_rollup").Split('\n')
            .Where(line => line.StartsWith("Pss_Anon:", StringComparison.Ordinal) || line.StartsWith("Pss_Shmem:", StringComparison.Ordinal))
            .Sum(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024);

    // A process may end while it is looked at.
    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
