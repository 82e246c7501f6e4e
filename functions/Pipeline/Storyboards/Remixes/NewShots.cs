using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Pipeline.Storyboards.Remixes;

/// <summary>Puts one more shot into a storyboard; one other, the longest, gives its time.</summary>
internal static class NewShots
{
    private const decimal Shortest = 1;

    /// <summary>Adds the shot that an instruction describes; returns whether it did.</summary>
    public static bool Apply(Revision revision, Instruction instruction)
    {
        var shots = revision.Board.Shots;
        if (!instruction.IsNewShot || instruction.From is not null)
        {
            return false;
        }

        var at = instruction.Shots is { Count: > 0 } beside
            ? shots.ToList().FindIndex(shot => shot.Id == beside[0]) + (instruction.Said("place") == "start" ? 0 : 1)
            : instruction.Said("place") == "start" ? 0 : shots.Count;
        var longest = shots.Where(shot => !revision.IsLocked(shot)).Select(shot => shot.Seconds).DefaultIfEmpty().Max();
        // The end card stands over the last shot.
        var seconds = Math.Min(longest - Shortest, Math.Max(Math.Round(longest / 2, 1), at == shots.Count ? revision.Board.EndCard?.Seconds ?? 0 : 0));
        if (seconds < Shortest || shots.Count == StoryboardRules.MostShots || LengthEdits.Take(revision, shots, seconds, []) is not { } rest)
        {
            revision.Warnings.Add($"'{instruction.Text}': no shot has the time for one more, or there are {StoryboardRules.MostShots} already; the field 'seconds' of a new request makes the whole longer.");
            return false;
        }

        var near = shots[Math.Clamp(at - 1, 0, shots.Count - 1)];
        var ids = shots.Select(shot => shot.Id).ToHashSet();
        var shot = ShotEdits.Filmed(
            new Shot
            {
                Id = Enumerable.Range(1, ids.Count + 1).Select(n => $"added-{n}").First(id => !ids.Contains(id)),
                Seconds = seconds,
                Setting = near.Setting,
                Light = near.Light,
                Subjects = ShotEdits.Ids(revision, instruction) is { Length: > 0 } named ? named : near.Subjects,
            },
            instruction.Step);
        revision.Board = revision.Board with { Shots = [.. rest.Take(at), shot, .. rest.Skip(at)] };
        if (instruction.Step.Deed is { } deed)
        {
            DeedEdits.Apply(revision, at, deed);
        }

        return true;
    }
}
