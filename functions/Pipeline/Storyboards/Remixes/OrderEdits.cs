using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Pipeline.Storyboards.Remixes;

/// <summary>Changes of the order of shots; each stays the very same.</summary>
internal static class OrderEdits
{
    /// <summary>Lets shots change places, or moves one; returns whether anything changed.</summary>
    public static bool Apply(Revision revision, Instruction instruction)
    {
        var shots = revision.Board.Shots.ToList();
        if (instruction.Has("swap") && instruction is { Shots: [var one, var other], From: null })
        {
            var (i, j) = (shots.FindIndex(shot => shot.Id == one), shots.FindIndex(shot => shot.Id == other));
            if (i >= 0 && j >= 0 && !Stays(revision, instruction, shots[i], shots[j]))
            {
                (shots[i], shots[j]) = (shots[j], shots[i]);
            }
        }
        else if ((instruction.Has("move") || instruction.Has("add")) && instruction is { Shots: [var moved, ..], Step.Subjects.Count: 0 } && instruction.Said("place") is { } place)
        {
            var shot = shots.Find(known => known.Id == moved);
            var beside = instruction.Shots.Count == 2 ? shots.Find(known => known.Id == instruction.Shots[1]) : null;
            if (shot is not null && !Stays(revision, instruction, shot))
            {
                shots.Remove(shot);
                shots.Insert(beside is null ? place == "start" ? 0 : shots.Count : shots.IndexOf(beside) + (place == "start" ? 0 : 1), shot);
            }
        }

        var changed = !shots.SequenceEqual(revision.Board.Shots);
        revision.Board = changed ? revision.Board with { Shots = shots } : revision.Board;
        return changed;
    }

    private static bool Stays(Revision revision, Instruction instruction, params Shot[] shots)
    {
        if (!Array.Exists(shots, revision.IsLocked))
        {
            return false;
        }

        revision.Warnings.Add($"'{instruction.Text}': the shot is locked, so it stays.");
        return true;
    }
}
