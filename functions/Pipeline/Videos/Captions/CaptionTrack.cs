using System.Globalization;
using System.Text;

namespace SoraFunctions.Pipeline.Videos.Captions;

/// <summary>Caption tracks as the cut writes them: WebVTT (W3C) of cues with times and plain words.</summary>
internal static class CaptionTrack
{
    private const string Arrow = " --> ";

    /// <summary>The cues of a track; what is no cue is passed over.</summary>
    /// <param name="track">The file.</param>
    public static IReadOnlyList<CaptionCue> Read(string track)
    {
        var cues = new List<CaptionCue>();
        foreach (var block in track.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = block.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList();
            var times = lines.FindIndex(line => line.Contains(Arrow, StringComparison.Ordinal));
            if (times >= 0 && lines[times].Split(Arrow) is [var from, var to] && Time(from) is { } begins && Time(to) is { } ends && ends > begins)
            {
                cues.Add(new CaptionCue(begins, ends, Plain(string.Join('\n', lines.Skip(times + 1)))));
            }
        }

        return cues;
    }

    /// <summary>Writes cues.</summary>
    /// <param name="cues">In order.</param>
    public static string Write(IEnumerable<CaptionCue> cues)
    {
        var file = new StringBuilder("WEBVTT\n");
        foreach (var cue in cues)
        {
            file.Append(CultureInfo.InvariantCulture, $"\n{Clock(cue.From)}{Arrow}{Clock(cue.To)}\n{Escaped(cue.Text)}\n");
        }

        return file.ToString();
    }

    private static TimeSpan? Time(string text) =>
        TimeSpan.TryParseExact(text.Trim(), @"hh\:mm\:ss\.fff", CultureInfo.InvariantCulture, out var time) ? time : null;

    private static string Clock(TimeSpan time) => time.ToString(@"hh\:mm\:ss\.fff", CultureInfo.InvariantCulture);

    private static string Plain(string words) => words.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    private static string Escaped(string words) => words.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
