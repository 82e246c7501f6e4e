using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Pipeline.Storyboards.Remixes;

/// <summary>A storyboard under change. Shots that no edit touches stay the very same, so their clips are found again.</summary>
/// <param name="board">The storyboard to begin with.</param>
internal sealed class Revision(Storyboard board)
{
    /// <summary>As it is now.</summary>
    public Storyboard Board { get; set; } = board;

    /// <summary>What the caller should know.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>The shot that an instruction means, or else the first.</summary>
    public static int One(Instruction instruction) => instruction.Shot ?? 0;

    /// <summary>The shot that an instruction means, or else all.</summary>
    public IReadOnlyList<int> Some(Instruction instruction) =>
        instruction.Shot is { } shot ? [shot] : [.. Enumerable.Range(0, Board.Shots.Count)];

    /// <summary>Changes some shots; returns whether any became another.</summary>
    public bool Edit(IEnumerable<int> which, Func<Shot, Shot> edit)
    {
        var shots = Board.Shots.ToArray();
        var changed = false;
        foreach (var i in which)
        {
            var edited = edit(shots[i]);
            if (edited != shots[i])
            {
                shots[i] = edited;
                changed = true;
            }
        }

        if (changed)
        {
            Board = Board with { Shots = shots };
        }

        return changed;
    }

    /// <summary>Changes a subject in place; returns whether it became another.</summary>
    public bool Recast(Subject subject, Subject with)
    {
        if (with == subject)
        {
            return false;
        }

        Board = Board with { Cast = [.. Board.Cast.Select(known => known == subject ? with : known)] };
        return true;
    }

    /// <summary>Takes those out of the cast that were in a shot before and are in none now.</summary>
    public void Dismiss(Storyboard before)
    {
        bool IsIn(Storyboard storyboard, string id) => storyboard.Shots.Any(shot => shot.Subjects.Contains(id));
        if (Board.Cast.Any(subject => IsIn(before, subject.Id) && !IsIn(Board, subject.Id)))
        {
            Board = Board with { Cast = [.. Board.Cast.Where(subject => !IsIn(before, subject.Id) || IsIn(Board, subject.Id))] };
        }
    }
}
