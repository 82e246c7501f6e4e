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

    /// <summary>Applies what an instruction says about lengths; returns whether anything changes.</summary>
    public static bool Apply(Revision revision, Instruction instruction)
    {
        if (instruction is { Removes: true, IsOfShots: true, Shots.Count: > 0 })
        {
            return instruction.Shots.Select(id => Drop(revision, id, instruction.Text)).ToList().Contains(true);
        }

        var asked = instruction.Edits.Contains("longer") ? Longer : instruction.Edits.Contains("shorter") ? -Shorter : 0;
        if (asked == 0 && instruction.Step.Seconds is null)
        {
            return false;
        }

        if (instruction.Shots is null && revision.Lengths.Count == 0)
        {
            revision.Warnings.Add($"'{instruction.Text}' names no shot. The length of the whole is the field 'seconds' of the request.");
            return false;
        }

        // "A bit longer, say 3 seconds": what names no shot goes on about the one before.
        var changed = false;
        foreach (var shot in revision.Board.Shots.Where(shot => (instruction.Shots ?? [revision.Lengths.Keys.Last()]).Contains(shot.Id)))
        {
            var said = instruction.Step.Seconds;
            var wanted = said is { } seconds ? asked == 0 || instruction.IsToLength ? seconds : shot.Seconds + (Math.Sign(asked) * seconds) : shot.Seconds + (shot.Seconds * asked);
            if (revision.IsLocked(shot))
            {
                Stays(revision, instruction.Text);
            }
            else
            {
                revision.Lengths[shot.Id] = (Math.Clamp(Math.Round(wanted, 1), Shortest, Longest), said is not null);
                changed = true;
            }
        }

        return changed;
    }

    /// <summary>Gives the shots the lengths that were asked for. Where some grow and some shrink these trade with each other, else the longest others do.</summary>
    public static void Settle(Revision revision)
    {
        var shots = revision.Board.Shots.ToArray();
        var wanted = Enumerable.Range(0, shots.Length).Where(i => revision.Lengths.ContainsKey(shots[i].Id)).ToDictionary(i => i, i => revision.Lengths[shots[i].Id]);
        if (wanted.Count == 0)
        {
            return;
        }

        if (shots.Length == 1)
        {
            revision.Warnings.Add("A single shot is as long as the video; the field 'seconds' of the request sets it.");
            return;
        }

        var total = revision.Board.Seconds;
        foreach (var (i, length) in wanted)
        {
            shots[i] = shots[i] with { Seconds = length.Seconds };
        }

        var grown = wanted.Where(pair => !pair.Value.Exact && pair.Value.Seconds > revision.Board.Shots[pair.Key].Seconds).Select(pair => pair.Key).ToArray();
        if (grown.Length > 0 && wanted.Any(pair => pair.Value.Seconds < revision.Board.Shots[pair.Key].Seconds))
        {
            var last = grown[^1];
            var fitted = shots[last].Seconds - (shots.Sum(shot => shot.Seconds) - total);
            if (fitted > revision.Board.Shots[last].Seconds)
            {
                shots[last] = shots[last] with { Seconds = Math.Min(fitted, Longest) };
            }
        }

        var over = shots.Sum(shot => shot.Seconds) - total;
        if ((over == 0 ? shots : Take(revision, shots, over, wanted.Keys) ?? Take(revision, shots, over, [wanted.Keys.First()])) is { } settled)
        {
            revision.Board = revision.Board with { Shots = settled };
        }
        else
        {
            revision.Warnings.Add("The other shots have no time left to give.");
        }
    }

    /// <summary>Makes the whole as long as it must be.</summary>
    public static void Fit(Revision revision, decimal seconds)
    {
        var missing = seconds - revision.Board.Seconds;
        if (missing == 0)
        {
            return;
        }

        if (Take(revision, revision.Board.Shots, -missing, []) is { } shots)
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

    private static bool Drop(Revision revision, string id, string text)
    {
        var shots = revision.Board.Shots;
        if (shots.FirstOrDefault(shot => shot.Id == id) is not { } gone)
        {
            return false;
        }

        if (revision.IsLocked(gone))
        {
            return Stays(revision, text);
        }

        if (shots.Count == 1)
        {
            revision.Warnings.Add($"'{text}' would leave no shot, so it stays.");
            return false;
        }

        Shot[] left = [.. shots.Where(shot => shot != gone)];
        revision.Board = revision.Board with { Shots = Take(revision, left, -gone.Seconds, []) ?? left };
        return true;
    }

    /// <summary>Takes time from the longest shots (gives it, when negative), from one alone if it can; null when they have too little.</summary>
    public static Shot[]? Take(Revision revision, IReadOnlyList<Shot> shots, decimal seconds, IReadOnlyCollection<int> except)
    {
        var left = shots.ToArray();
        var rest = seconds;
        foreach (var i in Enumerable.Range(0, left.Length).Where(i => !except.Contains(i) && !revision.IsLocked(left[i])).OrderByDescending(i => left[i].Seconds))
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
