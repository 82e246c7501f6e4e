using System.Globalization;
using SoraFunctions.Media.Films;
using SoraFunctions.Media.Running;
using SoraFunctions.Media.Streams;

namespace SoraFunctions.Media.Checks;

/// <summary>Reads a finished ladder back as a player would, from its playlists: codec, raster, frames, key frames and lengths of every size.</summary>
internal static class StreamChecks
{
    private const string LengthTag = "#EXTINF:", TargetTag = "#EXT-X-TARGETDURATION:", EndTag = "#EXT-X-ENDLIST";

    /// <summary>Looks at all sizes, and the sound.</summary>
    /// <param name="root">Folder of the ladder.</param>
    /// <param name="ladder">Its sizes.</param>
    /// <param name="sound">Folder of its sound; null for none.</param>
    /// <param name="frames">Frames of the video.</param>
    /// <param name="rate">Frames a second.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<IReadOnlyList<Check>> Run(string root, IReadOnlyList<Rung> ladder, string? sound, int frames, int rate, CancellationToken cancellation)
    {
        var checks = new List<Check>();
        foreach (var rung in ladder)
        {
            var path = Path.Combine(root, rung.Name, StreamLadder.Playlist);
            var (stream, packets) = await Probed(path, "v", cancellation).ConfigureAwait(false);
            checks.Add(Must($"hls-{rung.Name}-stream", stream, $"{(rung.Av1 ? "av1" : "h264")},{rung.Width},{rung.Height}"));
            checks.Add(Must($"hls-{rung.Name}-frames", $"{packets.Count}", $"{frames}"));
            checks.Add(KeyFrames(rung.Name, packets, rate * Encoding.SegmentSeconds));
            checks.Add(Segments(rung.Name, path, frames / (double)rate, 1.0 / rate));
        }

        if (sound is not null)
        {
            var path = Path.Combine(root, sound, StreamLadder.Playlist);
            checks.Add(Must("hls-sound-stream", (await Probed(path, "a", cancellation).ConfigureAwait(false)).Stream.TrimEnd(','), "aac"));
            // A block of AAC, by which the last one may be filled up.
            checks.Add(Segments("sound", path, frames / (double)rate, Math.Max(1.0 / rate, 1024.0 / 48_000)));
        }

        return checks;
    }

    private static async Task<(string Stream, IReadOnlyList<bool> Keys)> Probed(string playlist, string kind, CancellationToken cancellation)
    {
        var lines = System.Text.Encoding.UTF8.GetString(await Ffmpeg.Probe(
            ["-protocol_whitelist", "file", "-allowed_extensions", "ALL", "-f", "hls", "-select_streams", kind, "-show_entries", "packet=flags:stream=codec_name,width,height", "-of", "csv", playlist],
            cancellation).ConfigureAwait(false)).Split('\n', StringSplitOptions.TrimEntries);
        return (
            lines.FirstOrDefault(line => line.StartsWith("stream,", StringComparison.Ordinal))?["stream,".Length..] ?? "none",
            [.. lines.Where(line => line.StartsWith("packet,", StringComparison.Ordinal)).Select(line => line.Contains('K', StringComparison.Ordinal))]);
    }

    /// <summary>A player may begin at every segment.</summary>
    private static Check KeyFrames(string name, IReadOnlyList<bool> keys, int group)
    {
        var missing = Enumerable.Range(0, (keys.Count + group - 1) / group).Where(k => !keys[k * group]).Select(k => k * group).ToList();
        return Must($"hls-{name}-key-frames", missing.Count == 0 ? "at every segment" : $"none at frame {string.Join(", ", missing)}", "at every segment");
    }

    private static Check Segments(string name, string playlist, double seconds, double off)
    {
        var lines = File.ReadAllLines(playlist);
        double[] lengths = [.. lines.Where(line => line.StartsWith(LengthTag, StringComparison.Ordinal)).Select(line => Number(line[LengthTag.Length..].TrimEnd(',')))];
        var longest = lines.FirstOrDefault(line => line.StartsWith(TargetTag, StringComparison.Ordinal)) is { } target ? Number(target[TargetTag.Length..]) : 0;
        var well = Math.Abs(lengths.Sum() - seconds) <= off + 1e-6 && lengths.All(length => Math.Round(length) <= longest) && lines.Contains(EndTag);
        return new Check(
            $"hls-{name}-playlist", well, CheckSeverity.Error,
            string.Create(CultureInfo.InvariantCulture, $"{lengths.Length} segments of {lengths.Sum():0.###} s, the longest {lengths.DefaultIfEmpty(0).Max():0.###}{(lines.Contains(EndTag) ? "" : ", without an end")}"),
            string.Create(CultureInfo.InvariantCulture, $"{seconds:0.###} s, none longer than {longest:0}"));
    }

    private static Check Must(string name, string found, string accepted) => new(name, found == accepted, CheckSeverity.Error, found, accepted);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
