using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Pipeline.Storyboards.Remixes;

/// <summary>Changes of words that are shown or spoken.</summary>
internal static class WordEdits
{
    /// <summary>Applies what an instruction says about words; returns whether anything changed.</summary>
    public static bool Apply(Revision revision, Instruction instruction) =>
        Put(revision, instruction) | Remove(revision, instruction);

    private static bool Put(Revision revision, Instruction instruction)
    {
        if (instruction.Removes || instruction.Quote is not { Length: > 0 } words)
        {
            return false;
        }

        if (instruction.OldQuote is { } old)
        {
            return Exchange(revision, instruction, old, words);
        }

        var card = revision.Board.EndCard;
        var most = instruction.Label switch { "line" => 500, "call-to-action" or "price" => 40, _ => 120 };
        if (words.Length > most)
        {
            revision.Warnings.Add($"'{words[..20]}...' is too long: accepted are up to {most} characters.");
            return false;
        }

        switch (instruction.Label)
        {
            case "end-card":
                return Card(revision, card is null ? new EndCard { Title = words, Seconds = Math.Min(2.5m, Math.Max(1, revision.Board.Shots[^1].Seconds)) } : card with { Title = words });
            case "title" when card is not null && instruction.Shots is null:
                return Card(revision, card with { Title = words });
            case "call-to-action" when card is not null:
                return Card(revision, card with { CallToAction = words });
            case "price":
                return (card is not null && Card(revision, card with { Price = words }))
                    | revision.Edit(revision.Some(instruction), shot => shot.Caption is { Role: CaptionRole.Price } price ? shot with { Caption = price with { Text = words } } : shot);
            case "call-to-action":
                revision.Warnings.Add($"'{instruction.Text}': there is no end card, so there is no button.");
                return false;
            case "line":
                return revision.Edit(instruction.Shots is null ? [First(revision, shot => shot.Line is not null)] : revision.Some(instruction), shot => shot with { Line = words });
            default:
                return revision.Edit(
                    instruction.Shots is null ? [First(revision, shot => shot.Caption is not null)] : revision.Some(instruction),
                    shot => shot with { Caption = new Caption(words, shot.Caption?.Role ?? CaptionRole.Line) });
        }
    }

    private static bool Exchange(Revision revision, Instruction instruction, string old, string words)
    {
        string? New(string? text, int most) => string.Equals(text, old, StringComparison.OrdinalIgnoreCase) && words.Length <= most ? words : text;
        var changed = revision.Edit(revision.Some(instruction), shot => shot with
        {
            Caption = shot.Caption is { } caption && New(caption.Text, 120) is { } text && text != caption.Text ? caption with { Text = text } : shot.Caption,
            Line = New(shot.Line, 500),
        });
        changed |= revision.Board.EndCard is { } card
            && Card(revision, card with { Title = New(card.Title, 120)!, Price = New(card.Price, 40), CallToAction = New(card.CallToAction, 40) });
        if (!changed)
        {
            revision.Warnings.Add($"'{old}' is shown and spoken nowhere, or '{words}' is too long for it; nothing was changed for it.");
        }

        return changed;
    }

    private static bool Remove(Revision revision, Instruction instruction)
    {
        var (whole, card) = (instruction.Whole, revision.Board.EndCard);
        if (instruction is { Removes: true, Label: "price" })
        {
            return (card is { Price: not null } && Card(revision, card with { Price = null, Was = null }))
                | revision.Edit(revision.Some(instruction), shot => shot.Caption?.Role == CaptionRole.Price ? shot with { Caption = null } : shot);
        }

        if (instruction is { Removes: true, Label: "line" })
        {
            return revision.Edit(revision.Some(instruction), shot => shot with { Line = null, Speaker = null });
        }

        if (instruction is { Removes: true, Label: "call-to-action" })
        {
            return card is { CallToAction: not null } && Card(revision, card with { CallToAction = null });
        }

        return (!whole.Captions && revision.Edit(revision.Some(instruction), shot => shot with { Caption = null }))
            | ((!whole.EndCard || (!whole.Captions && instruction.Shots is null)) && card is not null && Card(revision, null));
    }

    private static int First(Revision revision, Predicate<Shot> which) => Math.Max(revision.Board.Shots.ToList().FindIndex(which), 0);

    private static bool Card(Revision revision, EndCard? card)
    {
        var changed = revision.Board.EndCard != card;
        revision.Board = revision.Board with { EndCard = card };
        return changed;
    }
}
