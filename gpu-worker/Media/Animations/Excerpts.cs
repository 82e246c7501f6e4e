using System.Globalization;
using SoraFunctions.Media.Cuts;

namespace SoraFunctions.Media.Animations;

/// <summary>The parts of a video that a small moving picture shows: all of a short one, else a few shots, the first and the last among them.</summary>
/// <param name="Spans">First and last frame of each.</param>
/// <param name="Rate">Frames a second of the video.</param>
internal sealed record Excerpts(IReadOnlyList<(int First, int Last)> Spans, int Rate)
{
    private const double MostSeconds = 6;
    private const int MostShots = 4;

    /// <summary>Those of a cut.</summary>
    public static Excerpts Of(Timeline time)
    {
        if (time.Seconds <= MostSeconds)
            return new Excerpts([(0, time.Frames - 1)], time.Rate);
        var count = Math.Min(MostShots, time.Shots.Count);
        var length = (int)(MostSeconds * time.Rate / count);
        var chosen = Enumerable.Range(0, count).Select(i => time.Shots[count == 1 ? 0 : i * (time.Shots.Count - 1) / (count - 1)]);
        return new Excerpts([.. chosen.Select(shot => Span(shot, length, shot == time.Shots[^1]))], time.Rate);
    }

    /// <summary>The filter that lets them through, one after the other.</summary>
    public string Filter => string.Create(
        CultureInfo.InvariantCulture,
        $"select='{string.Join('+', Spans.Select(span => string.Create(CultureInfo.InvariantCulture, $"between(n,{span.First},{span.Last})")))}',setpts=N/({Rate}*TB)");

    // The middle of a shot; of the last its end, where the end card is.
    private static (int First, int Last) Span(TimedShot shot, int length, bool toEnd)
    {
        var from = shot.Start + shot.EntryFrames;
        var room = Math.Max(0, shot.End - from - length);
        var first = toEnd ? from + room : from + (room / 2);
        return (first, Math.Min(shot.End, first + length) - 1);
    }
}
