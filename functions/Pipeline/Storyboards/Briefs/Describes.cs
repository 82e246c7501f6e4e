using SoraFunctions.Pipeline.Storyboards.Words;

namespace SoraFunctions.Pipeline.Storyboards.Briefs;

/// <summary>Where adjectives stand in languages that have them behind their nouns.</summary>
internal static class Describes
{
    /// <summary>The meaning of a word as an adjective where it stands behind a thing: rosas are roses, "pétalos rosas" are pink; null elsewhere.</summary>
    public static Sense? Meaning(IReadOnlyList<Token> tokens, int i, Lexicon lexicon) => tokens[i].Senses.Count > 1
        && (tokens[i].As(Slot.Colour) ?? tokens[i].As(Slot.Matter)) is { } adjective && Thing(tokens, i, lexicon) ? adjective : null;

    /// <summary>Whether a word of pace is that of the deed or the camera beside it: "dreht sich langsam" says nothing of the cut.</summary>
    public static bool Happening(IReadOnlyList<Token> tokens, int i) =>
        (i > 0 && IsHappening(tokens[i - 1])) || (i + 1 < tokens.Count && IsHappening(tokens[i + 1]));

    private static bool IsHappening(Token token) => token.Is(Slot.Deed) || token.Is(Slot.Move) || token.Is(Slot.Undoable);

    /// <summary>Whether the adjective at a place is that of the thing before it: "una vela roja", "une montre en argent".</summary>
    public static bool Thing(IReadOnlyList<Token> tokens, int i, Lexicon lexicon)
    {
        if (lexicon.Language is not ("es" or "fr"))
        {
            return false;
        }

        var before = i - 1;
        while (before >= 0 && (tokens[before].Is(Slot.Colour) || tokens[before].Is(Slot.Matter) || tokens[before].Is(Slot.Size) || tokens[before].Text is "de" or "en" or "muy" or "tres"))
        {
            before--;
        }

        return before >= 0 && tokens[before].Is(Slot.Subject);
    }
}
