using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storyboards.Captions;

namespace SoraFunctions.Pipeline.Storyboards.Lines;

/// <summary>Moves cuts to the beats of the caller's own music, where he says its tempo; beats are counted from its first sound.</summary>
internal static class BeatLengths
{
    private const decimal Shortest = 0.5m;

    /// <summary>The storyboard with each cut on the nearest beat that leaves its shots long enough; the whole keeps its length.</summary>
    /// <param name="board">The storyboard.</param>
    /// <param name="wish">What music; null for any.</param>
    public static Storyboard Fit(Storyboard board, MusicWish? wish)
    {
        if (wish is not { File: not null, Tempo: { } tempo } || !board.Sound.Music)
        {
            return board;
        }

        var shots = board.Shots.ToArray();
        var beat = 60m / tempo;
        var begins = 0m;
        for (var i = 0; i + 1 < shots.Length; i++)
        {
            var both = shots[i].Seconds + shots[i + 1].Seconds;
            var nearest = Math.Round((begins + shots[i].Seconds) / beat);
            foreach (var beats in new[] { nearest, nearest + 1, nearest - 1 })
            {
                var (first, second) = (shots[i] with { Seconds = Frames(beats * beat) - begins }, shots[i + 1] with { Seconds = both - (Frames(beats * beat) - begins) });
                if (IsLongEnough(first, board, last: false) && IsLongEnough(second, board, last: i + 2 == shots.Length))
                {
                    (shots[i], shots[i + 1]) = (first, second);
                    break;
                }
            }

            begins += shots[i].Seconds;
        }

        return board with { Shots = shots };
    }

    private static decimal Frames(decimal seconds) => Math.Round(Math.Round(seconds * StoryboardRules.FrameRate) / StoryboardRules.FrameRate, 4);

    private static bool IsLongEnough(Shot shot, Storyboard board, bool last) =>
        shot.Seconds >= Math.Max(Shortest, shot.Transition.Seconds)
        && (shot.Caption is null || Reading.CanRead(shot.Caption.Text, shot.Seconds))
        && (shot.Line is null || LineLengths.Fits(shot.Line, board.Language, shot.Seconds))
        && (!last || board.EndCard is null || board.EndCard.Seconds <= shot.Seconds);
}
