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

    /// <summary>Lengths in seconds that shots are to have, by id, and whether each was said in seconds.</summary>
    public Dictionary<string, (decimal Seconds, bool Exact)> Lengths { get; } = [];

    /// <summary>The shots that an instruction names, or else the first.</summary>
    public IReadOnlyList<int> Named(Instruction instruction) => instruction.Shots is null ? [0] : Some(instruction);

    /// <summary>The shots that an instruction names, or else all.</summary>
    public IReadOnlyList<int> Some(Instruction instruction) =>
        [.. Enumerable.Range(0, Board.Shots.Count).Where(i => instruction.Shots?.Contains(Board.Shots[i].Id) != false)];

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

    /// <summary>Changes a subject in some shots, in place when it is in no other; returns whether it became another.</summary>
    public bool Recast(Subject subject, Subject with, IReadOnlyList<int>? which = null)
    {
        if (with == subject)
        {
            return false;
        }

        bool IsMeant(Shot shot) => !IsLocked(shot) && (which is null || which.Any(i => Board.Shots[i] == shot));
        if (Board.Shots.All(shot => IsMeant(shot) || !shot.Subjects.Contains(subject.Id)))
        {
            Board = Board with { Cast = [.. Board.Cast.Select(known => known == subject ? with : known)] };
            return true;
        }

        // The other shots keep the subject as it is; these get one of their own.
        var meant = Enumerable.Range(0, Board.Shots.Count).Where(i => IsMeant(Board.Shots[i]) && Board.Shots[i].Subjects.Contains(subject.Id)).ToArray();
        if (meant.Length == 0)
        {
            return false;
        }

        var ids = Board.Cast.Select(known => known.Id).ToHashSet();
        var id = Enumerable.Range(2, ids.Count + 1).Select(n => $"{subject.Id}-{n}").First(name => !ids.Contains(name));
        Board = Board with { Cast = [.. Board.Cast, with with { Id = id }] };
        return Edit(meant, shot => shot with { Subjects = [.. shot.Subjects.Select(known => known == subject.Id ? id : known)] });
    }

    /// <summary>Takes those out of the cast that were in a shot before, or are new, and are in none now.</summary>
    public void Dismiss(Storyboard before)
    {
        bool IsIn(Storyboard storyboard, string id) => storyboard.Shots.Any(shot => shot.Subjects.Contains(id));
        bool IsIdle(string id) => !IsIn(Board, id) && (IsIn(before, id) || before.Cast.All(known => known.Id != id));
        if (Board.Cast.Any(subject => IsIdle(subject.Id)))
        {
            Board = Board with { Cast = [.. Board.Cast.Where(subject => !IsIdle(subject.Id))] };
        }
    }
}
