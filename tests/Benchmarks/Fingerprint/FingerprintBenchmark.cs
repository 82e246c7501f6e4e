using System.Diagnostics;
using System.Globalization;
using SoraFunctions.Benchmarks.Examples;
using SoraFunctions.Media.Films;
using SoraFunctions.Provenance.Fingerprints;

namespace SoraFunctions.Benchmarks.Fingerprint;

/// <summary>
/// What copies of real videos are known through, what is mistaken for a copy, and how long a search takes among many: on videos that the
/// command names (of 7 seconds at least), or on the examples.
/// </summary>
internal static class FingerprintBenchmark
{
    private const int Seconds = 10;
    private const int Searches = 40;

    /// <summary>Runs it; 1 when a copy is missed or something else is taken for one.</summary>
    public static async Task<int> Run(string[] arguments)
    {
        var videos = 100_000;
        if (arguments is ["--videos", var number, .. var rest])
            (videos, arguments) = (int.Parse(number, CultureInfo.InvariantCulture), rest);
        var folder = Directory.CreateTempSubdirectory("sora-fingerprint").FullName;
        try
        {
            IReadOnlyList<string> films = arguments.Length > 0 ? arguments : await ExampleVideos.Render(ExampleVideos.Names, folder);
            var known = new List<Provenance.Fingerprints.Fingerprint>();
            foreach (var film in films)
                known.Add((await Read(film, 60)).Fingerprint());
            using var index = Build(known, videos);
            var missed = await Attacks(index, films, folder);
            var mistaken = await Strangers(index, known, films);
            await Speed(index, films[0], folder);
            return missed + mistaken > 0 ? 1 : 0;
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static FingerprintIndex Build(List<Provenance.Fingerprints.Fingerprint> known, int videos)
    {
        var real = known.Select(one => one.ToBytes()).ToList();
        var before = GC.GetTotalMemory(true);
        var index = new FingerprintIndex();
        for (var i = 0; i < known.Count; i++)
            index.Add(-1 - i, known[i]);
        var adding = TimeSpan.Zero;
        for (var i = 0; i < videos; i++)
        {
            var made = Corpus.Make(real, i, Seconds);
            var start = Stopwatch.GetTimestamp();
            index.Add(i, made);
            adding += Stopwatch.GetElapsedTime(start);
        }

        var memory = (GC.GetTotalMemory(true) - before) / 1e6;
        Print($"{videos} made-up videos of {Seconds} s: {memory:0} MB; added in {adding.TotalSeconds:0.00} s, {videos / adding.TotalSeconds:0} a second");
        return index;
    }

    private static async Task<int> Attacks(FingerprintIndex index, IReadOnlyList<string> films, string folder)
    {
        Print($"{"attack",-28}found first  {"agreement",-12}chance (the least sure)");
        var missed = 0;
        foreach (var attack in FingerprintAttacks.All)
        {
            var (found, agreement, chance) = (0, 1.0, 0.0);
            for (var i = 0; i < films.Count; i++)
            {
                var copy = Path.Combine(folder, $"copy.{attack.Ending}");
                await Command.Run("ffmpeg", ["-v", "error", "-y", "-i", films[i], "-an", .. attack.Arguments, copy]);
                var match = index.Find((await Read(copy, 60)).Query(), 1).FirstOrDefault();
                if (match?.Key != -1 - i)
                    continue;
                found++;
                (agreement, chance) = (Math.Min(agreement, match.Agreement), Math.Max(chance, match.Chance));
            }

            missed += films.Count - found;
            Print($"{attack.Name,-28}{found}/{films.Count,-11}{agreement,-12:0.00}{chance:0e+00}");
        }

        return missed;
    }

    /// <summary>Each film is looked for where it is not: among all the others, real and made up.</summary>
    private static async Task<int> Strangers(FingerprintIndex index, List<Provenance.Fingerprints.Fingerprint> known, IReadOnlyList<string> films)
    {
        var (mistaken, nearest) = (0, 0.0);
        for (var i = 0; i < known.Count; i++)
        {
            index.Remove(-1 - i);
            var found = index.Find((await Read(films[i], 60)).Query(), 1);
            index.Add(-1 - i, known[i]);
            mistaken += found.Count;
            nearest = Math.Max(nearest, found.Count > 0 ? found[0].Agreement : 0);
        }

        Print($"of {known.Count} films looked for where they are not, {mistaken} were taken for something else (agreement up to {nearest:0.00})");
        return mistaken;
    }

    private static async Task Speed(FingerprintIndex index, string film, string folder)
    {
        var (times, work) = (new List<double>(), new List<double>());
        var excerpt = Path.Combine(folder, "excerpt.mp4");
        for (var i = 0; i < Searches; i++)
        {
            await Command.Run("ffmpeg", "-v", "error", "-y", "-ss", (i % 8 * 0.6).ToString(CultureInfo.InvariantCulture), "-i", film, "-t", "3", "-an", "-vf", "scale=320:-2", excerpt);
            var reader = await Read(excerpt, 60);
            var (start, before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            index.Find(reader.Query(), 5);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            work.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }

        times.Sort();
        work.Sort();
        Print($"a search for 3 s takes {times[times.Count / 2]:0} ms in the median, {times[times.Count * 95 / 100]:0} ms in 95 of 100; of processor time, {work[work.Count / 2]:0} and {work[work.Count * 95 / 100]:0} ms");
    }

    private static async Task<FingerprintReader> Read(string path, double most)
    {
        await using var film = await LumaReader.Open(path, FingerprintReader.FramesPerSecond, most, CancellationToken.None);
        var reader = new FingerprintReader(film.Width, film.Height);
        while (await film.Read(CancellationToken.None))
            reader.Add(film.Luma.Span, film.Seconds);
        return reader;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
