using System.Globalization;
using SoraFunctions.Benchmarks.Film;

namespace SoraFunctions.Benchmarks.Cuts;

/// <summary>
/// What part of an advertisement's making is its cut: words, speech, music, mix, master, the one encoding, companions and the checks. Processor time of this
/// process and of the encoders and voices that it starts; both are done once in small before, as in a worker that has worked.
/// </summary>
internal static class CutBenchmark
{
    private const double Most = 0.15;

    public static async Task<int> Run(string[] rasters)
    {
        if (!rasters.All(Advertisement.Rasters.Contains))
        {
            Console.Error.WriteLine($"bench cut [{string.Join("|", Advertisement.Rasters)} ...]");
            return 2;
        }

        var folder = Directory.CreateTempSubdirectory("sora-cut").FullName;
        try
        {
            await Measure("320x180", folder);
            Console.WriteLine("10 s, standard   films CPU s   cut CPU s   cut of the whole");
            var passes = true;
            foreach (var raster in rasters.Length > 0 ? rasters : [.. Advertisement.Rasters])
            {
                var (films, cut) = await Measure(raster, folder);
                var part = cut / (films + cut);
                passes &= part < Most;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{raster,-16} {films,11:0.0} {cut,11:0.0} {part,18:0.0%}{(part < Most ? "" : "  BROKEN")}"));
            }

            return passes ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static async Task<(double Films, double Cut)> Measure(string raster, string root)
    {
        var folder = Path.Combine(root, raster);
        var start = ProcessTree.Spent;
        await Advertisement.Film(raster, folder);
        var filmed = ProcessTree.Spent;
        await Advertisement.Cut(raster, folder);
        return (filmed - start, ProcessTree.Spent - filmed);
    }
}
