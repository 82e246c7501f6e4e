using System.Globalization;
using SoraFunctions.Contract.Speech;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Pipeline.Storyboards.Lines;

/// <summary>Gives shots the time that their lines take to say; the whole keeps its length, other shots give what they can spare.</summary>
internal static class LineLengths
{
    private const decimal Step = 0.1m;
    private const decimal Shortest = 1;

    /// <summary>The part of a shot that it keeps when others need time.</summary>
    private const decimal Kept = 0.6m;

    /// <summary>Before and after a line within its shot.</summary>
    private const double Air = 0.25 + 0.15;

    /// <summary>How much faster than usual a voice may speak and still sound so.</summary>
    private const double Fastest = 1.2;

    /// <summary>Seconds that a shot lasts at least so that its line can be said.</summary>
    /// <param name="line">The line.</param>
    /// <param name="language">BCP 47 tag.</param>
    /// <param name="rate">How fast it is said: 1 is usual.</param>
    public static decimal Needed(string line, string language, double rate = 1) =>
        Math.Ceiling((decimal)(SpeechLength.Seconds(line, language) / rate + Air) / Step) * Step;

    /// <summary>Whether a shot of a length could be made long enough for a line.</summary>
    public static bool CanSay(string line, string language, decimal seconds) => Needed(line, language, Fastest) <= seconds / Kept;

    /// <summary>Whether a line can be said within a length.</summary>
    public static bool Fits(string line, string language, decimal seconds) => Needed(line, language, Fastest) <= seconds;

    /// <summary>The storyboard with its time shared out anew, and a warning for each line that will have to be shortened.</summary>
    public static WrittenStoryboard Fit(WrittenStoryboard written)
    {
        var board = written.Storyboard;
        var shots = board.Shots.ToArray();
        foreach (var rate in new[] { Fastest, 1 })
        {
            var floors = shots.Select((_, i) => Floor(board, i, rate)).ToArray();
            for (var i = 0; i < shots.Length; i++)
            {
                if (shots[i].Line is { } line)
                    Lengthen(shots, floors, i, Needed(line, board.Language, rate));
            }
        }

        return new WrittenStoryboard(board with { Shots = shots }, [.. written.Warnings, .. shots.Where(shot => IsTooLong(shot, board.Language)).Select(Warning)]);
    }

    private static void Lengthen(Shot[] shots, decimal[] floors, int i, decimal needed)
    {
        while (shots[i].Seconds < needed)
        {
            var giver = Enumerable.Range(0, shots.Length).Where(k => k != i && shots[k].Seconds - Step >= floors[k])
                .OrderByDescending(k => shots[k].Seconds - floors[k]).Select(k => (int?)k).FirstOrDefault();
            if (giver is not { } other)
                return;
            shots[other] = shots[other] with { Seconds = shots[other].Seconds - Step };
            shots[i] = shots[i] with { Seconds = shots[i].Seconds + Step };
        }
    }

    private static decimal Floor(Storyboard board, int i, double rate)
    {
        var shot = board.Shots[i];
        var kept = Math.Max(Math.Max(Shortest, Kept * shot.Seconds), shot.Transition.Seconds);
        var card = i == board.Shots.Count - 1 && board.EndCard is { } end ? end.Seconds : 0;
        var said = shot.Line is { } line ? Needed(line, board.Language, rate) : 0;
        return Math.Max(Math.Max(kept, card), said);
    }

    private static bool IsTooLong(Shot shot, string language) => shot.Line is { } line && !Fits(line, language, shot.Seconds + Step);

    private static string Warning(Shot shot) =>
        $"The line of shot '{shot.Id}' takes longer than the shot, which lasts {shot.Seconds.ToString("0.#", CultureInfo.InvariantCulture)} s: it runs on into the next one where nothing else is said, or is shortened.";
}
