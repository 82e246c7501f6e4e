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
        var revision = new Revision(given, locked);
        words = Pins.Apply(revision, words, [.. given.Shots.Select(shot => shot.Id)]);
        var pinned = revision.Board.Shots;
        // Shots are named by their place in the old storyboard, so those that go, go last and from the end.
        var instructions = InstructionReader.Read(words, pinned)
            .OrderBy(instruction => instruction is { Removes: true, Shot: { } shot } ? pinned.Count - shot : 0);
        foreach (var instruction in instructions)
        {
            var said = revision.Warnings.Count;
            var changed = instruction.IsScene ? ShotEdits.NewScene(revision, instruction) : Edit(revision, instruction);
            revision.Warnings.AddRange(instruction.Whole.Warnings);
            if (!changed && revision.Warnings.Count == said)
            {
                revision.Warnings.Add($"'{instruction.Text}' was not understood or is so already; nothing was changed for it.");
            }
        }

        if (locked.Count > 0 && revision.Board.Look != given.Look)
        {
            revision.Board = revision.Board with { Look = given.Look };
            revision.Warnings.Add("Mood and colours are those of the whole, and shots are locked, so they stay.");
        }

        revision.Dismiss(given);
        LengthEdits.Fit(revision, seconds);
        LengthEdits.FitCard(revision);
        return new WrittenStoryboard(revision.Board, revision.Warnings);
    }

    private static bool Edit(Revision revision, Instruction instruction) =>
        CastEdits.Apply(revision, instruction)
        | ShotEdits.Apply(revision, instruction)
        | WholeEdits.Apply(revision, instruction)
        | LengthEdits.Apply(revision, instruction);
}
