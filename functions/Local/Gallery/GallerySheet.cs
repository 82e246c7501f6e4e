using System.Globalization;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Local.Gallery;

/// <summary>A contact sheet of clips: four frames of each in a row of its own.</summary>
internal static class GallerySheet
{
    private const int Frames = 4;

    /// <summary>Makes the sheet.</summary>
    /// <param name="clips">Path and length in frames of each clip, in the order of the rows.</param>
    /// <param name="path">Where the picture goes (JPEG).</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task Make(IReadOnlyList<(string Path, int Frames)> clips, string path, CancellationToken cancellation)
    {
        var columns = clips.Count > 8 ? 2 : 1;
        var rows = (clips.Count + columns - 1) / columns;
        List<string> arguments = [], filters = [], places = [];
        for (var i = 0; i < clips.Count; i++)
        {
            arguments.AddRange(["-i", clips[i].Path]);
            var chosen = string.Join('+', Enumerable.Range(0, Frames).Select(k =>
                string.Create(CultureInfo.InvariantCulture, $"eq(n\\,{(clips[i].Frames - 1) * ((2 * k) + 1) / (2 * Frames)})")));
            filters.Add($"[{i}:v]select='{chosen}',scale=-2:180,tile={Frames}x1:padding=2,setsar=1[v{i}]");
            places.Add($"{(i % columns == 0 ? "0" : "w0+8")}_{(i / columns == 0 ? "0" : string.Join('+', Enumerable.Repeat("h0", i / columns)))}");
        }

        var inputs = string.Concat(Enumerable.Range(0, clips.Count).Select(i => $"[v{i}]"));
        var stack = clips.Count == 1 ? "[v0]null[out]" : $"{inputs}xstack=inputs={clips.Count}:layout={string.Join('|', places)}:fill=black[out]";
        await Ffmpeg.Run(
            [.. arguments, "-filter_complex", $"{string.Join(';', filters)};{stack}", "-map", "[out]", "-frames:v", "1", "-q:v", "3", path], cancellation);
    }
}
