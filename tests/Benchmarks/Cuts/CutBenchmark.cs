using System.Globalization;
using SoraFunctions.Benchmarks.Film;

namespace SoraFunctions.Benchmarks.Cuts;

/// <summary>
/// What part of an advertisement's making is its cut: words, speech, music, mix, master, the one encoding, companions and the checks. Films and cut each
/// run in a process of their own, ffmpeg and voices included.
/// </summary>
internal static class CutBenchmark
{
    private const double Most = 0.15;

    public static async Task<int> Run(string[] arguments)
    {
        switch (arguments)
        {
            case ["--films", var raster, var folder]:
                await Advertisement.Film(raster, folder);
                return 0;
            case ["--cut", var raster, var folder]:
                await Advertisement.Cut(raster, folder);
                return 0;
            case [.. var rasters] when rasters.All(Advertisement.Rasters.Contains):
                return await Compare(rasters.Length > 0 ? rasters : Advertisement.Rasters);
            default:
                Console.Error.WriteLine($"bench cut [{string.Join("|", Advertisement.Rasters)} ...]");
                return 2;
        }
    }

    private static async Task<int> Compare(IReadOnlyList<string> rasters)
    {
        var passes = true;
        Console.WriteLine("10 s, standard   films CPU s   cut CPU s   cut of the whole");
        foreach (var raster in rasters)
        {
            var folder = Directory.CreateTempSubdirectory("sora-cut").FullName;
            try
            {
                var films = await ProcessTree.Run("dotnet", typeof(CutBenchmark).Assembly.Location, "cut", "--films", raster, folder);
                var cut = await ProcessTree.Run("dotnet", typeof(CutBenchmark).Assembly.Location, "cut", "--cut", raster, folder);
                var part = cut.Processor / (films.Processor + cut.Processor);
                passes &= part < Most;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{raster,-16} {films.Processor.TotalSeconds,11:0.0} {cut.Processor.TotalSeconds,11:0.0} {part,18:0.0%}{(part < Most ? "" : "  BROKEN")}"));
            }
            finally
            {
                Directory.Delete(folder, true);
            }
        }

        return passes ? 0 : 1;
    }
}
