using System.Diagnostics;
using System.Text.Json;
using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Films;
using SoraFunctions.World;
using Spectre.Console;

namespace SoraFunctions.Local.Gallery;

/// <summary>Renders the gallery into a folder.</summary>
/// <param name="folder">Where it goes: a clip per shot, a sheet per group, <c>index.html</c>.</param>
/// <param name="examples">Folder of the pictures that the shots name.</param>
internal sealed class GalleryRun(string folder, string examples)
{
    private readonly WorldEngine _engine = new();

    /// <summary>Renders shots.</summary>
    /// <returns>0, or 1 when one could not be rendered.</returns>
    public async Task<int> Render(IReadOnlyList<GalleryShot> shots, CancellationToken cancellation)
    {
        var failures = 0;
        List<(GalleryShot Shot, ClipLog Log)> made = [];
        foreach (var shot in shots)
        {
            var watch = Stopwatch.StartNew();
            var processor = Environment.CpuUsage.TotalTime;
            try
            {
                var log = await Clip(shot, cancellation);
                made.Add((shot, log));
                var frames = shot.Order.Format.FramesIn(shot.Order.Shot.Seconds);
                var each = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / frames;
                AnsiConsole.MarkupLineInterpolated($"{shot.Group,-9} {shot.Name,-16} {watch.Elapsed.TotalSeconds,5:0.0} s  {each,5:0} CPU ms a frame");
                foreach (var warning in log.Warnings)
                {
                    AnsiConsole.MarkupLineInterpolated($"          [yellow]{warning}[/]");
                }
            }
            catch (InvalidDataException problem)
            {
                failures++;
                AnsiConsole.MarkupLineInterpolated($"{shot.Group,-9} {shot.Name,-16} [red]{problem.Message}[/]");
            }
        }

        foreach (var group in made.GroupBy(clip => clip.Shot.Group))
        {
            await GallerySheet.Make(
                [.. group.Select(clip => (PathOf(clip.Shot), clip.Shot.Order.Format.FramesIn(clip.Shot.Order.Shot.Seconds)))],
                Path.Combine(folder, $"{group.Key}.jpg"), cancellation);
        }

        var page = GalleryPage.Of(made.Select(clip => (clip.Shot.Group, clip.Shot.Name, clip.Log.Warnings)));
        await File.WriteAllTextAsync(Path.Combine(folder, "index.html"), page, cancellation);
        return failures == 0 ? 0 : 1;
    }

    private string PathOf(GalleryShot shot) => Path.Combine(folder, shot.Group, shot.Name + ".mp4");

    private async Task<ClipLog> Clip(GalleryShot shot, CancellationToken cancellation)
    {
        var place = Path.Combine(folder, shot.Group, shot.Name);
        Directory.CreateDirectory(place);
        await _engine.Render(shot.Order, name => Path.Combine(examples, name), place, new Progress<double>(), cancellation);
        var clip = Path.Combine(place, OutputNames.Clip);
        await PlayableCopy.Write(clip, PathOf(shot), shot.Order.Format.FramesPerSecond, cancellation);
        File.Delete(clip);
        await using var text = File.OpenRead(Path.Combine(place, OutputNames.Log));
        return (await JsonSerializer.DeserializeAsync(text, ContractJson.Default.ClipLog, cancellation))!;
    }
}
