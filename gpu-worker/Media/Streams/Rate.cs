using System.Globalization;

namespace SoraFunctions.Media.Streams;

/// <summary>What a playlist's segments take, in bits a second.</summary>
/// <param name="Peak">The most of any segment.</param>
/// <param name="Average">Of all of them.</param>
internal sealed record Rate(long Peak, long Average)
{
    private const string LengthTag = "#EXTINF:";
    private const string RangeTag = "#EXT-X-BYTERANGE:";

    /// <summary>Room in each segment for what ties it to a manifest, which is written later.</summary>
    private const int TieBytes = 512;

    /// <summary>Measures the segments of a playlist.</summary>
    /// <param name="folder">Where both are.</param>
    /// <param name="playlist">Name of the playlist.</param>
    public static Rate Of(string folder, string playlist)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, playlist));
        var seconds = Values(lines, LengthTag).Select(value => double.Parse(value.TrimEnd(','), CultureInfo.InvariantCulture));
        var bytes = Values(lines, RangeTag).Select(value => long.Parse(value[..value.IndexOf('@', StringComparison.Ordinal)], CultureInfo.InvariantCulture));
        var segments = seconds.Zip(bytes, (length, size) => (Seconds: length, Bits: (size + TieBytes) * 8)).ToList();
        return new Rate(
            (long)Math.Ceiling(segments.Max(segment => segment.Bits / segment.Seconds)),
            (long)Math.Ceiling(segments.Sum(segment => segment.Bits) / segments.Sum(segment => segment.Seconds)));
    }

    private static IEnumerable<string> Values(string[] lines, string tag) =>
        lines.Where(line => line.StartsWith(tag, StringComparison.Ordinal)).Select(line => line[tag.Length..]);
}
