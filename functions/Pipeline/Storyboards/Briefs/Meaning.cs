using SoraFunctions.Pipeline.Storyboards.Words;

namespace SoraFunctions.Pipeline.Storyboards.Briefs;

/// <summary>Which of its meanings a word has where it stands.</summary>
internal static class Meaning
{
    private static readonly string[] _determiners = ["the", "this", "that", "its", "our", "my", "your", "his", "her", "each", "every", "another", "of", "with", "and"];

    private static readonly string[] _asked = ["you", "u", "we", "i", "the", "it", "this", "they", "someone", "your"];
    private static readonly string[] _places = ["on", "onto", "over", "across", "at", "off", "from", "along", "upon", "by", "in"];
    private static readonly string[] _functionWords =
        ["on", "onto", "in", "into", "at", "by", "with", "and", "beside", "next", "near", "over", "under", "from", "off", "is", "are", "that", "which", "while", "against", "through", "to", "behind", "before"];

    /// <summary>The meaning of the token at a place; null when it has none there.</summary>
    public static Sense? Of(IReadOnlyList<Token> tokens, int i)
    {
        var token = tokens[i];
        if (token.Senses.Count == 0)
        {
            return null;
        }

        // "Can you", "can the camera": a question, not a tin.
        if (token.Text == "can" && (i == 0 || tokens[i - 1].Is(Slot.Break)) && Next(tokens, i) is { } asked && _asked.Contains(asked.Text))
        {
            return null;
        }

        if (token.Is(Slot.Article) && token.As(Slot.Matter) is { } made)
        {
            return Next(tokens, i) is not { } of || !IsOfThing(of) ? IsNamed(tokens, i) && EndsThere(tokens, i) ? token.As(Slot.Subject) : made : made;
        }

        if (token.Is(Slot.Article))
        {
            return IsNamed(tokens, i) ? token.As(Slot.Subject) : token.As(Slot.Article);
        }

        // "s" counts seconds only behind a number.
        if (token.As(Slot.Unit) is { } unit && (token.Text is "s" or "second" or "part" || token.Senses.Count > 1))
        {
            return i > 0 && tokens[i - 1].Is(Slot.Number) ? unit : null;
        }

        if (token.As(Slot.Deed) is { Value: "orbit" } orbit)
        {
            return IsDoneByThing(tokens, i) ? orbit : token.As(Slot.Move);
        }

        // "Petals rain" is what petals do, "in the rain" is the weather.
        if (token.Is(Slot.Deed) && token.As(Slot.Atmosphere) is { } air)
        {
            return IsDoneByThing(tokens, i) ? token.As(Slot.Deed) : air;
        }

        if (token.Is(Slot.Setting) && token.Is(Slot.Subject))
        {
            return IsPlace(tokens, i) || !IsNamed(tokens, i) ? token.As(Slot.Setting) : token.As(Slot.Subject);
        }

        // "Plays piano" and "a guitar" are things, "soft piano" is music.
        if (token.Is(Slot.Sound) && token.As(Slot.Unshowable) is { } instrument)
        {
            return i > 0 && (tokens[i - 1].Text is "play" or "plays" or "playing" || tokens[i - 1].Is(Slot.Number) || tokens[i - 1].Text == "the") ? instrument : token.As(Slot.Sound);
        }

        // Of two nouns side by side the last is the head: "coffee can", 钻石戒指, 一瓶香水.
        if (token.Is(Slot.Subject) && !token.Is(Slot.Colour) && !token.Is(Slot.Matter)
            && Next(tokens, i) is { } head && head.As(Slot.Subject) is { } named && !(named.Value == named["form"] && token.As(Slot.Subject)!["form"] == named["form"]) && head.Start - token.End <= (char.IsAsciiLetter(token.Text[^1]) ? 1 : 0))
        {
            return null;
        }

        if (token.Senses.Count == 1)
        {
            return token.Senses[0];
        }

        var adjective = token.As(Slot.Colour) ?? token.As(Slot.Matter);
        var noun = token.Senses.FirstOrDefault(sense => sense != adjective);
        return adjective is not null && Next(tokens, i) is { } next && IsOfThing(next) ? adjective : noun ?? adjective;
    }

    private static Token? Next(IReadOnlyList<Token> tokens, int i) => i + 1 < tokens.Count ? tokens[i + 1] : null;

    private static bool IsOfThing(Token token) =>
        token.Is(Slot.Subject) || token.Is(Slot.Colour) || token.Is(Slot.Matter) || token.Is(Slot.Size) || token.Is(Slot.Product)
        || token.Is(Slot.Unshowable);

    // "Of glass" and "glass shelf" tell the material, "a glass falls" names a thing.
    private static bool EndsThere(IReadOnlyList<Token> tokens, int i) =>
        Next(tokens, i) is not { } next || next.Is(Slot.Break) || next.Is(Slot.Deed) || next.Is(Slot.Undoable) || next.Is(Slot.Order)
        || _functionWords.Contains(next.Text);

    private static bool IsDoneByThing(IReadOnlyList<Token> tokens, int i)
    {
        var before = i - 1;
        while (before >= 0 && (tokens[before].Is(Slot.Pace) || tokens[before].Text is "is" or "are" or "that" or "which"))
        {
            before--;
        }

        return before >= 0 && (tokens[before].Is(Slot.Subject) || tokens[before].Is(Slot.Part) || tokens[before].Is(Slot.Product));
    }

    // "Onto the large round table": a few words before it there is a preposition.
    private static bool IsPlace(IReadOnlyList<Token> tokens, int i)
    {
        for (var before = i - 1; before >= Math.Max(0, i - 4) && !tokens[before].Is(Slot.Break); before--)
        {
            if (_places.Contains(tokens[before].Text))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNamed(IReadOnlyList<Token> tokens, int i)
    {
        if (i == 0)
        {
            return true;
        }

        var at = i - 1;
        while (at > 0 && LeftOut.IsDescribing(tokens[at]))
        {
            at--;
        }

        var before = tokens[at];
        return before.Is(Slot.Number) || before.Is(Slot.Colour) || before.Is(Slot.Matter) || before.Is(Slot.Size) || before.Is(Slot.Mood)
            || before.Is(Slot.Light) || before.Is(Slot.Break) || before.Is(Slot.Subject) || _determiners.Contains(before.Text);
    }
}
