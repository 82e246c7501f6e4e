using System.Globalization;
using System.Text.RegularExpressions;

namespace SoraFunctions.Pipeline.Stamping;

/// <summary>A playlist for HTTP Live Streaming (RFC 8216) whose segments are stretches of one file.</summary>
internal static partial class StreamPlaylist
{
    /// <summary>The playlist after its file was stamped.</summary>
    /// <param name="text">The playlist.</param>
    /// <param name="newStart">Old beginning of a stretch to new beginning.</param>
    public static string Moved(string text, Func<long, long> newStart) => Range().Replace(text, match =>
    {
        var (length, start) = (Number(match, "length"), Number(match, "start"));
        var from = newStart(start);
        return string.Create(CultureInfo.InvariantCulture, $"{match.Groups["tag"].Value}{newStart(start + length) - from}@{from}");
    });

    private static long Number(Match match, string group) => long.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("""(?<tag>BYTERANGE="|^#EXT-X-BYTERANGE:)(?<length>\d+)@(?<start>\d+)""", RegexOptions.Multiline)]
    private static partial Regex Range();
}
