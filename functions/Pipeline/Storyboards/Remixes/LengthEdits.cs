using System.Globalization;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Pipeline.Storyboards.Remixes;

/// <summary>Changes of how long shots last. As few shots as can be give or take, and the whole keeps its length.</summary>
internal static class LengthEdits
{
    private const decimal Shortest = 0.5m;
    private const decimal Longest = 60;
    private const decimal Longer = 0.4m;
    private const decimal Shorter = 0.3m;

    /// <summary>Applies what an instruction says about lengths; returns whether anything changed.</summary>
    public static bool Apply(Revision revision, Instruction instruction)
    {
        var shots = revision.Board.Shots;
        if (instruction.Removes && instruction.Shot is { } gone && IsBare(instruction))
        {
            return revision.IsLocked(shots[gone]) ? Stays(revision, instruction.Text) : Drop(revision, gone, instruction.Text);
        }

        var asked = instruction.Edits.Contains("longer") ? Longer : instruction.Edits.Contains("shorter") ? -Shorter : 0;
        if (instruction.Shot is not { } shot)
        {
            if (asked != 0 || instruction.Step.Seconds is not null)
            {
                revision.Warnings.Add($"'{instruction.Text}' names no shot. The length of the whole is the field 'seconds' of the request.");
            }

            return false;
        }

        if ((asked != 0 || instruction.Step.Seconds is not null) && revision.IsLocked(shots[shot]))
        {
            return Stays(revision, instruction.Text);
        }

        var change = instruction.Step.Seconds is { } said
            ? asked == 0 ? said - shots[shot].Seconds : Math.Sign(asked) * said
            : shots[shot].Seconds * asked;
        return change != 0 && Shift(revision, shot, Math.Round(change, 1));
    }

    /// <summary>Makes the whole as long as it must be.</summary>
    public static void Fit(Revision revision, decimal seconds)
    {
        var missing = seconds - revision.Board.Seconds;
        if (missing == 0)
        {
            return;
        }

        if (Take(revision, revision.Board.Shots, -missing, except: -1) is { } shots)
        {
            revision.Board = revision.Board with { Shots = shots };
        }
        else
        {
            revision.Warnings.Add($"The shots can't be made to last {seconds.ToString("0.###", CultureInfo.InvariantCulture)} seconds; they last {revision.Board.Seconds.ToString("0.###", CultureInfo.InvariantCulture)}.");
        }
    }

    /// <summary>Keeps the end card within the last shot.</summary>
    public static void FitCard(Revision revision)
    {
        var last = revision.Board.Shots[^1].Seconds;
        if (revision.Board.EndCard is { } card && card.Seconds > last)
        {
            revision.Board = revision.Board with { EndCard = last >= 1 ? card with { Seconds = last } : null };
        }
    }

    private static bool Stays(Revision revision, string text)
    {
        revision.Warnings.Add($"'{text}': the shot is locked, so it stays.");
        return false;
    }

    private static bool IsBare(Instruction instruction) =>
        instruction.Step == new Briefs.Step() with { Subjects = instruction.Step.Subjects }
        && instruction.Step.Subjects.Count == 0
        && instruction.Whole is { Captions: true, EndCard: true, Music: null, Effects: null, RoomTone: null, Without.Count: 0 };

    private static bool Shift(Revision revision, int shot, decimal change)
    {
        var shots = revision.Board.Shots;
        var wanted = Math.Clamp(shots[shot].Seconds + change, Shortest, Longest);
        var given = wanted - shots[shot].Seconds;
        if (shots.Count == 1)
        {
            revision.Warnings.Add("A single shot is as long as the video; the field 'seconds' of the request sets it.");
            return false;
        }

        if (given == 0 || Take(revision, shots, given, shot) is not { } rest)
        {
            revision.Warnings.Add("The other shots have no time left to give.");
            return false;
        }

        rest[shot] = shots[shot] with { Seconds = wanted };
        revision.Board = revision.Board with { Shots = rest };
        return true;
    }

    private static bool Drop(Revision revision, int gone, string text)
    {
        var shots = revision.Board.Shots;
        if (shots.Count == 1)
        {
            revision.Warnings.Add($"'{text}' would leave no shot, so it stays.");
            return false;
        }

        Shot[] left = [.. shots.Where((_, i) => i != gone)];
        revision.Board = revision.Board with { Shots = Take(revision, left, -shots[gone].Seconds, except: -1) ?? left };
        return true;
    }

    /// <summary>Takes time from the longest shots (gives it, when negative), from one alone if it can; null when they have too little.</summary>
    private static Shot[]? Take(Revision revision, IReadOnlyList<Shot> shots, decimal seconds, int except)
    {
        var left = shots.ToArray();
        var rest = seconds;
        foreach (var i in Enumerable.Range(0, left.Length).Where(i => i != except && !revision.IsLocked(left[i])).OrderByDescending(i => left[i].Seconds))
        {
            var length = Math.Clamp(left[i].Seconds - rest, Shortest, Longest);
            if (length != left[i].Seconds)
            {
                rest -= left[i].Seconds - length;
                left[i] = left[i] with { Seconds = length };
            }
        }

        return rest == 0 ? left : null;
    }
}
