using System.Globalization;

namespace SoraFunctions.Media.Streams;

/// <summary>What a playlist's segments take, in bits a second.</summary>
/// <param name="Peak">The most of any segment.</param>
/// <param name="Average">Of all of them.</param>
internal sealed record Rate(long Peak, long Average)
{
    private const string LengthTag = "#EXTINF:";

    /// <summary>Measures the segments of a playlist.</summary>
    /// <param name="folder">Where both are.</param>
    /// <param name="playlist">Name of the playlist.</param>
    public static Rate Of(string folder, string playlist)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, playlist));
        var segments = lines.Index().Where(line => line.Item.StartsWith(LengthTag, StringComparison.Ordinal)).Select(line => (
            Seconds: double.Parse(line.Item[LengthTag.Length..].TrimEnd(','), CultureInfo.InvariantCulture),
            Bits: new FileInfo(Path.Combine(folder, lines[line.Index + 1])).Length * 8)).ToList();
        return new Rate(
            (long)Math.Ceiling(segments.Max(segment => segment.Bits / segment.Seconds)),
            (long)Math.Ceiling(segments.Sum(segment => segment.Bits) / segments.Sum(segment => segment.Seconds)));
    }
}
