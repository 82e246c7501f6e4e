using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Pipeline.Storyboards.Remixes;

/// <summary>Changes a storyboard as a caller asks and leaves the rest as it is.</summary>
internal static class Remix
{
    /// <summary>The changed storyboard.</summary>
    /// <param name="given">A storyboard that keeps to <see cref="StoryboardRules"/>.</param>
    /// <param name="change">The caller's words.</param>
    /// <param name="seconds">Length that the whole must have.</param>
    public static WrittenStoryboard Apply(Storyboard given, string change, decimal seconds)
    {
        var (words, locked) = Locks.Of(change, given.Shots);
        var ids = given.Shots.Select(shot => shot.Id).ToArray();
        var wishes = InstructionReader.Read(Pins.Without(words), given, ids);
        locked = locked.Concat(wishes.Kept).ToHashSet();
        var revision = new Revision(given, locked);
        Pins.Apply(revision, words, ids);
        revision.Warnings.AddRange([.. wishes.Warnings, .. wishes.Missing]);
        foreach (var instruction in wishes.Instructions)
        {
            Carry(revision, instruction);
        }

        LengthEdits.Settle(revision);
        if (wishes.KeepsColours)
        {
            revision.Board = revision.Board with { Look = revision.Board.Look with { Primary = given.Look.Primary, Accent = given.Look.Accent } };
        }

        if (locked.Count > 0 && !wishes.KeepsColours && revision.Board.Look != given.Look)
        {
            revision.Board = revision.Board with { Look = given.Look };
            revision.Warnings.Add("Mood and colours are those of the whole, and shots are locked, so they stay.");
        }

        revision.Dismiss(given);
        LengthEdits.Fit(revision, seconds);
        LengthEdits.FitCard(revision);
        return new WrittenStoryboard(revision.Board, revision.Warnings);
    }

    private static void Carry(Revision revision, Instruction instruction)
    {
        var said = revision.Warnings.Count;
        var changed = !Impossible(revision, instruction) && (ShotEdits.IsScene(revision, instruction) ? ShotEdits.NewScene(revision, instruction) : Edit(revision, instruction));
        revision.Warnings.AddRange(instruction.Whole.Warnings);
        if (instruction.Unknown.Count > 0 && (changed || revision.Warnings.Count > said))
        {
            revision.Warnings.Add($"Not shown: {string.Join(", ", instruction.Unknown)} (the engine has nothing of that name).");
        }

        if (!changed && revision.Warnings.Count == said)
        {
            revision.Warnings.Add($"'{instruction.Text}' was not understood or is so already; nothing was changed for it.");
        }
    }

    private static bool Impossible(Revision revision, Instruction instruction)
    {
        var words = instruction.Words.Where(word => word.Kind == "cannot").ToList();
        revision.Warnings.AddRange(words.Select(word => $"'{word.Word}' can't be had by a remix: {word.Value}."));
        return words.Count > 0;
    }

    private static bool Edit(Revision revision, Instruction instruction) =>
        NewShots.Apply(revision, instruction) || OrderEdits.Apply(revision, instruction)
        || (CastEdits.Apply(revision, instruction)
            | ShotEdits.Apply(revision, instruction)
            | WordEdits.Apply(revision, instruction)
            | WholeEdits.Apply(revision, instruction)
            | LengthEdits.Apply(revision, instruction));
}
