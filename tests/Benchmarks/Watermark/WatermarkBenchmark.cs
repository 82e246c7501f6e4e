using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using SoraFunctions.Benchmarks.Examples;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Cuts;
using SoraFunctions.Media.Films;
using SoraFunctions.Pipeline.Watermarks;
using SoraFunctions.Provenance.Watermarks;

namespace SoraFunctions.Benchmarks.Watermark;

/// <summary>What invisible marks outlive, whether they are seen, and what is taken for one: on finished videos of the examples.</summary>
internal static class WatermarkBenchmark
{
    private const double FramesPerSecond = 8;
    private const int FilmRate = 30;
    private const int OtherKeys = 10;

    /// <summary>Runs it; 1 when a mark is missed, mistaken or visible by the measure.</summary>
    public static async Task<int> Run(string[] arguments)
    {
        if (!arguments.All(ExampleVideos.Names.Contains))
        {
            Console.Error.WriteLine($"bench watermark [{string.Join("|", ExampleVideos.Names)} ...]");
            return 2;
        }

        var folder = Directory.CreateTempSubdirectory("sora-watermark").FullName;
        try
        {
            var videos = new List<(string Name, string Path, WatermarkId Id)>();
            var key = await Render(arguments.Length > 0 ? arguments : ExampleVideos.Names, folder, videos);
            var missed = await Attacks(key, videos, folder);
            var seen = await Visibility(key, videos, folder);
            var mistaken = await Mistakes(videos);
            return missed + mistaken > 0 || seen ? 1 : 0;
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static async Task<WatermarkKey> Render(IReadOnlyList<string> names, string folder, List<(string Name, string Path, WatermarkId Id)> videos)
    {
        var made = await ExampleVideos.Render(names, folder);
        var key = new WatermarkKey(await File.ReadAllBytesAsync(Path.Combine(ExampleVideos.DataOf(folder), "watermark.key")));
        foreach (var (name, path) in names.Zip(made))
        {
            var found = (await Read(key, path)).Find()
                ?? throw new InvalidDataException($"The video of {name} carries no mark.");
            videos.Add((name, path, found.Id));
        }

        return key;
    }

    private static async Task<int> Attacks(WatermarkKey key, List<(string Name, string Path, WatermarkId Id)> videos, string folder)
    {
        Console.WriteLine($"{"attack",-28}{string.Concat(videos.Select(video => $"{video.Name,14}"))}   found   (standard deviations above chance; {WatermarkReader.Threshold} count)");
        var missed = 0;
        foreach (var attack in Attack.All)
        {
            var row = $"{attack.Name,-28}";
            var found = 0;
            foreach (var video in videos)
            {
                var copy = Path.Combine(folder, $"copy.{attack.Ending}");
                await Command.Run("ffmpeg", ["-v", "error", "-y", "-i", video.Path, "-an", .. attack.Arguments, copy]);
                var mark = (await Read(key, copy)).Find();
                found += mark?.Id == video.Id ? 1 : 0;
                row += $"{(mark?.Id == video.Id ? mark.Strength.ToString("0.0", CultureInfo.InvariantCulture) : mark is null ? "-" : "wrong"),14}";
            }

            missed += videos.Count - found;
            Console.WriteLine($"{row}   {found}/{videos.Count}");
        }

        return missed;
    }

    /// <summary>Marks the finished videos once more, without loss, as a cut is marked.</summary>
    private static async Task<bool> Visibility(WatermarkKey key, List<(string Name, string Path, WatermarkId Id)> videos, string folder)
    {
        var visible = false;
        foreach (var video in videos)
        {
            await using var film = await LumaReader.Open(video.Path, 1, 60, CancellationToken.None);
            var layer = new MarkLayer(Watermarking.MarkOf(key, video.Id), new FrameFormat(film.Width, film.Height, FilmRate));
            var (cells, copy) = (Path.Combine(folder, "mark.yuv"), Path.Combine(folder, "marked.mp4"));
            await layer.Write(cells, CancellationToken.None);
            await Command.Run(
                "ffmpeg", ["-v", "error", "-y", "-i", video.Path, .. layer.Input(cells), "-filter_complex", layer.Filter(1, "0:v", "marked").TrimEnd(';'), "-map", "[marked]", "-c:v", "libx264", "-preset", "ultrafast", "-qp", "0", copy]);
            await using var marked = await LumaReader.Open(copy, 1, 60, CancellationToken.None);
            var (psnr, ssim, frames) = (0.0, 0.0, 0);
            while (await film.Read(CancellationToken.None) && await marked.Read(CancellationToken.None))
            {
                psnr += Similarity.Psnr(film.Luma.Span, marked.Luma.Span);
                ssim += Similarity.Ssim(film.Luma.Span, marked.Luma.Span, film.Width, film.Height);
                frames++;
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{video.Name}: marking changes a frame by PSNR {psnr / frames:0.0} dB, SSIM {ssim / frames:0.0000}"));
            visible |= psnr / frames < 42 || ssim / frames < 0.99;
        }

        return visible;
    }

    private static async Task<int> Mistakes(List<(string Name, string Path, WatermarkId Id)> videos)
    {
        var (best, mistakes) = (new List<double>(), 0);
        for (var n = 0; n < OtherKeys; n++)
        {
            var reader = await Read(new WatermarkKey(SHA256.HashData([(byte)n])), videos[n % videos.Count].Path);
            var clock = Stopwatch.StartNew();
            mistakes += reader.Find() is null ? 0 : 1;
            best.Add(clock.Elapsed.TotalSeconds);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"with {OtherKeys} other keys {mistakes} marks were found; a search that finds nothing takes {best.Average():0.0} s"));
        return mistakes;
    }

    private static async Task<WatermarkReader> Read(WatermarkKey key, string path)
    {
        await using var film = await LumaReader.Open(path, FramesPerSecond, 60, CancellationToken.None);
        var reader = new WatermarkReader(key, film.Width, film.Height);
        while (await film.Read(CancellationToken.None))
            reader.Add(film.Luma.Span, film.Seconds);
        return reader;
    }
}
