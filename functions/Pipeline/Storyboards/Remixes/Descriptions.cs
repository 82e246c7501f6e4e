using System.Globalization;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Briefs;
using SoraFunctions.Pipeline.Storyboards.Words;

namespace SoraFunctions.Pipeline.Storyboards.Remixes;

/// <summary>Changes of what the cast looks like: colour, material, number and size of what is there.</summary>
internal static class Descriptions
{
    private const double Bigger = 1.4;
    private const int Most = 60;

    /// <summary>Applies what an instruction says about the looks of the cast; returns whether anything changed.</summary>
    public static bool Apply(Revision revision, Instruction instruction)
    {
        if (instruction.Edits.Contains("background") && (instruction.Says.Colour ?? instruction.Whole.Colour) is { } colour)
        {
            revision.Board = revision.Board with { Look = revision.Board.Look with { Primary = colour } };
            revision.Edit(revision.Some(instruction), shot => shot with { Setting = Setting.ColourStudio });
            return true;
        }

        var factor = instruction.Edits.Contains("bigger") ? Bigger : instruction.Edits.Contains("smaller") ? 1 / Bigger : 1;
        factor = instruction.Said("size") is { } times ? double.Parse(times, CultureInfo.InvariantCulture) : factor;
        var says = Says(instruction);
        if (factor == 1 && says.IsEmpty && instruction.Said("count") is null)
        {
            return false;
        }

        if (Things(revision, instruction, says) is not { Count: > 0 } things)
        {
            return instruction.FromSays.Colour is { } old && says.Colour is { } to && Look(revision, old, to);
        }

        var which = instruction.Shots is null ? null : revision.Some(instruction);
        return things.Select(thing => revision.Recast(thing, thing with
        {
            Colour = says.Colour ?? thing.Colour,
            Matter = says.Matter ?? thing.Matter,
            Count = Count(revision, instruction, says, thing),
            Height = factor == 1 ? thing.Height : Math.Clamp(Math.Round(thing.Height * factor, 3), 0.01, 5),
        }, which)).ToList().Contains(true);
    }

    // The adjectives of a named thing, and what stands behind it: "make the bottle green".
    private static Attributes Says(Instruction instruction)
    {
        var says = instruction.Says;
        if (instruction.Step.Subjects is not [{ Described: true } wish, ..])
        {
            return instruction.Step.Seconds is null ? says : says with { Number = null };
        }

        var usual = Lexicon.BuiltIn.Thing(wish.Thing);
        return new Attributes(
            says.Number,
            wish.Colour != usual["colour"] ? wish.Colour : says.Colour,
            wish.Matter != Kebab.Parse<Matter>(usual["matter"]!) ? wish.Matter : says.Matter);
    }

    private static int Count(Revision revision, Instruction instruction, Attributes says, Subject thing)
    {
        var count = instruction.Said("count") switch
        {
            "more" when says.Number is { } added => Math.Min(thing.Count + added, Most),
            "fewer" when says.Number is { } taken => Math.Max(thing.Count - taken, 1),
            _ when says.Number is { } number => number,
            "more" => Math.Min(thing.Count + Math.Max(1, thing.Count / 2), Most),
            "fewer" => Math.Max(thing.Count - Math.Max(1, thing.Count / 3), 1),
            _ => thing.Count,
        };
        if (instruction.Said("count") == "fewer" && count == thing.Count)
        {
            revision.Warnings.Add($"'{instruction.Text}': there is one only; 'remove' takes it away.");
        }

        return count;
    }

    private static IReadOnlyList<Subject>? Things(Revision revision, Instruction instruction, Attributes says)
    {
        var board = revision.Board;
        var named = instruction.Step.Subjects.Concat(instruction.From?.Subjects ?? []).ToList();
        if (named.Count > 0)
        {
            if (named.Select(wish => CastEdits.Meant(board, wish)).FirstOrDefault(subject => subject is not null) is { } meant)
            {
                return [meant];
            }

            // A scene that comes with its own things is no description of those there are.
            if (instruction.Whole.Warnings.Count == 0)
            {
                revision.Warnings.Add($"'{instruction.Text}': there is no {named[0].Word.Trim()} in the storyboard; nothing was changed for it.");
            }

            return null;
        }

        if (instruction.Unknown.Count > 0 || instruction.Whole.Warnings.Count > 0 || instruction.Label is not null || instruction.Step.Light is not null || instruction.Has("cannot"))
        {
            return null;
        }

        if (!instruction.FromSays.IsEmpty)
        {
            var fitting = board.Cast.Where(subject => !subject.IsOwn && instruction.FromSays.Fits(subject)).ToList();
            if (fitting.Count == 0 && instruction.FromSays.Colour is null)
            {
                revision.Warnings.Add($"'{instruction.Text}': nothing in the storyboard is so; nothing was changed for it.");
            }

            return fitting;
        }

        // A colour alone is that of the first thing that has none of a picture's own; a number alone is nobody's.
        var shots = revision.Some(instruction);
        var first = board.Cast.FirstOrDefault(subject => shots.Any(i => board.Shots[i].Subjects.Contains(subject.Id)) && (!subject.IsOwn || says.Colour is null));
        if (first is null && (says.Colour ?? instruction.Whole.Colour) is { } colour)
        {
            revision.Warnings.Add("The product keeps its own colours; the accents take the new colour.");
            revision.Board = board with { Look = board.Look with { Accent = colour } };
            return null;
        }

        var alone = says.Number is null && instruction.Said("count") is null && (instruction.Whole.Colour is not null || says.Colour is null);
        return alone && first is not null && (says.IsEmpty || instruction.Step == new Step() with { Subjects = instruction.Step.Subjects }) ? [first] : null;
    }

    private static bool Look(Revision revision, string old, string to)
    {
        var look = revision.Board.Look;
        var changed = look with
        {
            Primary = Attributes.IsLike(look.Primary, old) ? to : look.Primary,
            Accent = Attributes.IsLike(look.Accent, old) ? to : look.Accent,
        };
        revision.Board = revision.Board with { Look = changed };
        return changed != look;
    }
}
