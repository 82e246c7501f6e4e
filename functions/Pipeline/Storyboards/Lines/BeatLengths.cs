using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storyboards.Briefs;
using SoraFunctions.Pipeline.Storyboards.Captions;

namespace SoraFunctions.Pipeline.Storyboards.Lines;

/// <summary>Moves cuts to the beats of the caller's own music: those that were heard in it, or else those of the tempo that he says.</summary>
internal static class BeatLengths
{
    private const decimal Shortest = 0.5m;

    /// <summary>Cuts further than this from a beat are said to be beside it, in seconds: two frames.</summary>
    private const decimal Beside = 2m / StoryboardRules.FrameRate;

    /// <summary>The storyboard with each cut on the nearest beat that leaves its shots long enough; the whole keeps its length.</summary>
    /// <param name="written">The storyboard.</param>
    /// <param name="request">The order.</param>
    public static WrittenStoryboard Fit(WrittenStoryboard written, VideoRequest request)
    {
        if (request.MusicWish is not { File: not null } wish || !written.Storyboard.Sound.Music)
        {
            return written;
        }

        if (Beats.Of(wish, written.Storyboard.Seconds) is not { } beats)
        {
            return wish.Heard is null ? written : written with { Warnings = [.. written.Warnings, "No beat was heard in music.file, so cuts fall where the story has them; music.tempo says one."] };
        }

        if (BriefReader.Read(request.Prompt).Steps.Any(step => step.Seconds > 0))
        {
            return written with { Warnings = [.. written.Warnings, "The prompt says how long shots are, so cuts fall there and not on the beats of music.file."] };
        }

        var shots = Moved(written.Storyboard, beats);
        return written with
        {
            Storyboard = written.Storyboard with { Shots = shots },
            Warnings = [.. written.Warnings, .. Missed(shots, beats)],
        };
    }

    private static Shot[] Moved(Storyboard board, IReadOnlyList<decimal> beats)
    {
        var shots = board.Shots.ToArray();
        var begins = 0m;
        for (var i = 0; i + 1 < shots.Length; i++)
        {
            var (cut, both) = (begins + shots[i].Seconds, shots[i].Seconds + shots[i + 1].Seconds);
            foreach (var beat in beats.Where(beat => beat > begins && beat < begins + both).OrderBy(beat => Math.Abs(beat - cut)).Take(3))
            {
                var (first, second) = (shots[i] with { Seconds = Frames(beat) - begins }, shots[i + 1] with { Seconds = both - (Frames(beat) - begins) });
                if (IsLongEnough(first, board, last: false) && IsLongEnough(second, board, last: i + 2 == shots.Length))
                {
                    (shots[i], shots[i + 1]) = (first, second);
                    break;
                }
            }

            begins += shots[i].Seconds;
        }

        return shots;
    }

    private static IEnumerable<string> Missed(Shot[] shots, IReadOnlyList<decimal> beats)
    {
        var begins = 0m;
        var beside = new List<string>();
        foreach (var shot in shots.SkipLast(1))
        {
            begins += shot.Seconds;
            if (beats.Min(beat => Math.Abs(beat - begins)) > Beside)
            {
                beside.Add($"'{shot.Id}'");
            }
        }

        return beside.Count == 0 ? [] : [$"The end of {string.Join(", ", beside)} is on no beat of music.file: words have to be read or said in the time."];
    }

    private static decimal Frames(decimal seconds) => Math.Round(Math.Round(seconds * StoryboardRules.FrameRate) / StoryboardRules.FrameRate, 4);

    private static bool IsLongEnough(Shot shot, Storyboard board, bool last) =>
        shot.Seconds >= Math.Max(Shortest, shot.Transition.Seconds)
        && (shot.Caption is null || Reading.CanRead(shot.Caption.Text, shot.Seconds))
        && (shot.Line is null || LineLengths.Fits(shot.Line, board.Language, shot.Seconds))
        && (!last || board.EndCard is null || board.EndCard.Seconds <= shot.Seconds);
}
