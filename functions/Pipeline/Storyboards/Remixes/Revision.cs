using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Pipeline.Storyboards.Remixes;

/// <summary>A storyboard under change. Shots that no edit touches stay the very same, so their clips are found again.</summary>
/// <param name="board">The storyboard to begin with.</param>
/// <param name="locked">Ids of shots that may not be touched.</param>
internal sealed class Revision(Storyboard board, IReadOnlySet<string> locked)
{
    /// <summary>As it is now.</summary>
    public Storyboard Board { get; set; } = board;

    /// <summary>Whether a shot may not be touched.</summary>
    public bool IsLocked(Shot shot) => locked.Contains(shot.Id);

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
            var edited = IsLocked(shots[i]) ? shots[i] : edit(shots[i]);
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

        if (!Board.Shots.Any(shot => IsLocked(shot) && shot.Subjects.Contains(subject.Id)))
        {
            Board = Board with { Cast = [.. Board.Cast.Select(known => known == subject ? with : known)] };
            return true;
        }

        // A locked shot keeps the subject as it is; the others get one of their own.
        var ids = Board.Cast.Select(known => known.Id).ToHashSet();
        var id = Enumerable.Range(2, ids.Count + 1).Select(n => $"{subject.Id}-{n}").First(name => !ids.Contains(name));
        Board = Board with { Cast = [.. Board.Cast, with with { Id = id }] };
        return Edit(Enumerable.Range(0, Board.Shots.Count), shot => shot.Subjects.Contains(subject.Id)
            ? shot with { Subjects = [.. shot.Subjects.Select(known => known == subject.Id ? id : known)] }
            : shot);
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
