using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Briefs;
using SoraFunctions.Pipeline.Storyboards.Words;

namespace SoraFunctions.Pipeline.Storyboards.Remixes;

/// <summary>Changes of who is in the picture.</summary>
internal static class CastEdits
{
    private const int MostInAShot = 8;

    /// <summary>Applies what an instruction says about the cast; returns whether anything changed.</summary>
    public static bool Apply(Revision revision, Instruction instruction)
    {
        var changed = instruction switch
        {
            { Removes: true } => false,
            { From: not null, Step.Subjects: [var wish, ..] } when Replaces(revision, instruction, wish) => Replace(revision, instruction),
            { Step.Subjects.Count: > 0, From: null } when Adds(revision, instruction) => Add(revision, instruction),
            _ => Descriptions.Apply(revision, instruction),
        };
        return changed | Remove(revision, instruction);
    }

    /// <summary>The member of the cast that a wish names; null when there is none.</summary>
    public static Subject? Meant(Storyboard board, SubjectWish? wish) => wish is null ? null
        : board.Cast.FirstOrDefault(subject => subject.Id == wish.Thing)
            ?? board.Cast.FirstOrDefault(subject => subject.Id.StartsWith(wish.Thing + "-", StringComparison.Ordinal))
            ?? board.Cast.FirstOrDefault(subject => subject.Form == wish.Form);

    /// <summary>Casts a thing and gives its id.</summary>
    public static string Cast(Revision revision, SubjectWish wish)
    {
        if (wish.Near is { } near)
        {
            revision.Warnings.Add($"Not shown as such: {wish.Word}; instead: {near}.");
        }

        var ids = revision.Board.Cast.Select(subject => subject.Id).ToHashSet();
        var id = Enumerable.Range(1, ids.Count + 1).Select(n => n == 1 ? wish.Thing : $"{wish.Thing}-{n}").First(name => !ids.Contains(name));
        var subject = new Subject
        {
            Id = id,
            Name = Lexicon.BuiltIn.NameOf(wish.Thing, Languages.IsChinese(revision.Board.Language)),
            Form = wish.Form,
            Matter = wish.Matter,
            Colour = wish.Colour,
            Height = wish.Height,
            Count = wish.Count,
        };
        revision.Board = revision.Board with { Cast = [.. revision.Board.Cast, subject] };
        return id;
    }

    // "Five balls instead of three" is still the balls; "a red ball instead of the ball" too.
    private static bool Replaces(Revision revision, Instruction instruction, SubjectWish wish)
    {
        var old = instruction.From!.Subjects.FirstOrDefault();
        return old is not null ? old.Thing != wish.Thing : instruction.From == new Step() with { Subjects = instruction.From.Subjects, Product = instruction.From.Product }
            && (instruction.FromSays.IsEmpty || Meant(revision.Board, wish) is null);
    }

    private static bool Replace(Revision revision, Instruction instruction)
    {
        var wished = instruction.Step.Subjects[0];
        var old = Meant(revision.Board, instruction.From!.Subjects.FirstOrDefault())
            ?? (instruction.From.Product || (instruction.From.Subjects.Count == 0 && instruction.From.Setting is null) ? Main(revision, instruction) : null);
        if (old is null || old.Id == wished.Thing)
        {
            revision.Warnings.Add($"'{instruction.Text}': that is not in the storyboard, so nothing was replaced.");
            return false;
        }

        var id = !wished.Described && revision.Board.Cast.FirstOrDefault(known => known.Id == wished.Thing) is { } known ? known.Id : Cast(revision, wished);
        if (old.Picture is not null || old.Model is not null)
        {
            revision.Warnings.Add($"The {(old.Model is null ? "picture" : "3-D model")} of the product makes way for a plain shape.");
        }

        return revision.Edit(revision.Some(instruction), shot => shot.Subjects.Contains(old.Id)
            ? shot with { Subjects = [.. shot.Subjects.Select(member => member == old.Id ? id : member).Distinct()] }
            : shot);
    }

    private static Subject? Main(Revision revision, Instruction instruction) => revision.Some(instruction)
        .Select(i => revision.Board.Cast.FirstOrDefault(subject => subject.Id == revision.Board.Shots[i].Subjects[0])).FirstOrDefault(subject => subject is not null);

    // "Put the bottle on the beach" moves it; "add" and "bring back" mean one more in the picture.
    private static bool Adds(Revision revision, Instruction instruction) => (instruction.Has("add") || instruction.Edits.Contains("add"))
        && !(instruction.Has("count") && Meant(revision.Board, instruction.Step.Subjects[0]) is not null)
        && !(instruction.Step is { Setting: not null } step && Meant(revision.Board, step.Subjects[0]) is not null && !step.Subjects[0].Described);

    private static bool Add(Revision revision, Instruction instruction)
    {
        var changed = false;
        foreach (var wish in instruction.Step.Subjects)
        {
            var which = revision.Named(instruction).Where(i => !revision.IsLocked(revision.Board.Shots[i])).ToArray();
            var id = (wish.Described ? null : revision.Board.Cast.FirstOrDefault(known => known.Id == wish.Thing)?.Id) ?? (which.Length > 0 ? Cast(revision, wish) : "");
            if (Array.TrueForAll(which, i => revision.Board.Shots[i].Subjects.Count >= MostInAShot))
            {
                revision.Warnings.Add($"'{instruction.Text}': {(which.Length == 0 ? "the shot is locked" : $"a shot shows up to {MostInAShot} things")}, so nothing was put into it.");
                continue;
            }

            changed |= revision.Edit(which, shot => shot.Subjects.Count < MostInAShot && !shot.Subjects.Contains(id)
                ? shot with { Subjects = [.. shot.Subjects, id] }
                : shot);
        }

        return changed;
    }

    private static bool Remove(Revision revision, Instruction instruction)
    {
        var changed = false;
        foreach (var thing in instruction.Whole.Without)
        {
            var gone = revision.Board.Cast.Where(subject => subject.Id == thing || subject.Id.StartsWith(thing + "-", StringComparison.Ordinal))
                .Select(subject => subject.Id).ToHashSet();
            var alone = revision.Some(instruction).Where(i => revision.Board.Shots[i].Subjects.All(gone.Contains)).Select(i => i + 1).ToArray();
            if (alone.Length > 0 && gone.Count > 0)
            {
                revision.Warnings.Add($"'{instruction.Text}': nothing else is in shot {string.Join(", ", alone)}, which would be empty, so it stays there.");
            }

            changed |= revision.Edit(revision.Some(instruction), shot => shot.Subjects.Any(gone.Contains) ? Without(shot, gone) : shot);
        }

        return changed;
    }

    private static Shot Without(Shot shot, HashSet<string> gone)
    {
        string[] left = [.. shot.Subjects.Where(id => !gone.Contains(id))];
        return left.Length == 0 ? shot : shot with
        {
            Subjects = left,
            Action = left.Length < 2 && shot.Action is Deed.Shower or Deed.Collide or Deed.Orbit or Deed.FlyThrough ? Deed.Turn : shot.Action,
        };
    }
}
