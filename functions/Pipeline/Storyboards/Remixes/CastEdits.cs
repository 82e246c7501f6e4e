using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Briefs;
using SoraFunctions.Pipeline.Storyboards.Words;

namespace SoraFunctions.Pipeline.Storyboards.Remixes;

/// <summary>Changes of who is in the picture and what they look like.</summary>
internal static class CastEdits
{
    private const int MostInAShot = 8;
    private const double Bigger = 1.4;

    /// <summary>Applies what an instruction says about the cast; returns whether anything changed.</summary>
    public static bool Apply(Revision revision, Instruction instruction)
    {
        var changed = false;
        if (instruction.From is not null && instruction.Step.Subjects.Count > 0)
        {
            changed |= Replace(revision, instruction);
        }
        else if (instruction.Edits.Contains("add") && instruction.Step.Subjects.Count > 0)
        {
            changed |= Add(revision, instruction);
        }
        else
        {
            changed |= Describe(revision, instruction);
        }

        return changed | Remove(revision, instruction) | Colour(revision, instruction) | Resize(revision, instruction);
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

    private static bool Replace(Revision revision, Instruction instruction)
    {
        var old = Meant(revision.Board, instruction.From!.Subjects.FirstOrDefault())
            ?? (instruction.From.Product || instruction.From.Subjects.Count == 0 ? revision.Board.Cast.FirstOrDefault() : null);
        if (old is null)
        {
            revision.Warnings.Add($"'{instruction.Text}': that is not in the storyboard, so nothing was replaced.");
            return false;
        }

        var id = Cast(revision, instruction.Step.Subjects[0]);
        if (old.Picture is not null || old.Model is not null)
        {
            revision.Warnings.Add($"The {(old.Model is null ? "picture" : "3-D model")} of the product makes way for a plain shape.");
        }

        return revision.Edit(revision.Some(instruction), shot => shot.Subjects.Contains(old.Id)
            ? shot with { Subjects = [.. shot.Subjects.Select(known => known == old.Id ? id : known)] }
            : shot);
    }

    private static bool Add(Revision revision, Instruction instruction)
    {
        var id = Cast(revision, instruction.Step.Subjects[0]);
        return revision.Edit([Revision.One(instruction)], shot => shot.Subjects.Count < MostInAShot
            ? shot with { Subjects = [.. shot.Subjects, id] }
            : shot);
    }

    // "Five balls", "a glass ball": the thing is there, its description is new.
    private static bool Describe(Revision revision, Instruction instruction)
    {
        if (instruction.IsScene || instruction.Step.Subjects.FirstOrDefault() is not { Described: true } wish
            || Meant(revision.Board, wish) is not { } known)
        {
            return false;
        }

        var usual = Lexicon.BuiltIn.Thing(wish.Thing);
        return revision.Recast(known, known with
        {
            Colour = wish.Colour != usual["colour"] ? wish.Colour : known.Colour,
            Matter = wish.Matter != Kebab.Parse<Matter>(usual["matter"]!) ? wish.Matter : known.Matter,
            Count = wish.Count != 1 ? wish.Count : known.Count,
        });
    }

    private static bool Remove(Revision revision, Instruction instruction)
    {
        var changed = false;
        foreach (var thing in instruction.Whole.Without)
        {
            var gone = revision.Board.Cast.Where(subject => subject.Id == thing || subject.Id.StartsWith(thing + "-", StringComparison.Ordinal))
                .Select(subject => subject.Id).ToHashSet();
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

    private static bool Colour(Revision revision, Instruction instruction)
    {
        if (instruction.Whole.Colour is not { } colour)
        {
            return false;
        }

        if (instruction.Edits.Contains("background"))
        {
            revision.Board = revision.Board with { Look = revision.Board.Look with { Primary = colour } };
            revision.Edit(revision.Some(instruction), shot => shot with { Setting = Setting.ColourStudio });
            return true;
        }

        var board = revision.Board;
        var named = Meant(board, instruction.From?.Subjects.FirstOrDefault() ?? instruction.Step.Subjects.FirstOrDefault());
        var subject = named ?? board.Cast.FirstOrDefault(subject =>
            subject is { Picture: null, Model: null } && (instruction.Shot is not { } shot || board.Shots[shot].Subjects.Contains(subject.Id)));
        if (subject is null or not { Picture: null, Model: null })
        {
            revision.Warnings.Add("The product keeps its own colours; the accents take the new colour.");
            revision.Board = board with { Look = board.Look with { Accent = colour } };
            return true;
        }

        return revision.Recast(subject, subject with { Colour = colour });
    }

    private static bool Resize(Revision revision, Instruction instruction)
    {
        var factor = instruction.Edits.Contains("bigger") ? Bigger : instruction.Edits.Contains("smaller") ? 1 / Bigger : 1;
        return factor != 1
            && (Meant(revision.Board, instruction.Step.Subjects.FirstOrDefault()) ?? revision.Board.Cast.FirstOrDefault()) is { } subject
            && revision.Recast(subject, subject with { Height = Math.Clamp(Math.Round(subject.Height * factor, 3), 0.01, 5) });
    }
}
