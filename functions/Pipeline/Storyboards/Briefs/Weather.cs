using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Words;

namespace SoraFunctions.Pipeline.Storyboards.Briefs;

/// <summary>Tells what the air and the water do from what things do: "snow gently falls", "waves crash".</summary>
internal static class Weather
{
    /// <summary>Whether the deed at a place is no deed of a thing.</summary>
    public static bool Does(IReadOnlyList<Token> tokens, int i, Deed deed)
    {
        if (deed == Deed.Ripple || Doer(tokens, i) is not { } doer)
        {
            return false;
        }

        // What happens "in the rain" is not what the rain does.
        var isPlace = doer.Text.StartsWith("in ", StringComparison.Ordinal) || doer.Text.EndsWith('\u4e2d');
        return (doer.Is(Slot.Atmosphere) && !isPlace)
            || (IsSnow(tokens, i) && deed is Deed.Drop or Deed.Shower)
            || (doer.As(Slot.Part) is { } part && part["deeds"]?.Split(',').Contains(Kebab.Name(deed)) != true);
    }

    /// <summary>Whether it is the air that moves, and not the camera: "bubbles rise".</summary>
    public static bool Moves(IReadOnlyList<Token> tokens, int i) => Doer(tokens, i)?.Is(Slot.Atmosphere) == true;

    /// <summary>Whether it is the snow that does it.</summary>
    public static bool IsSnow(IReadOnlyList<Token> tokens, int i) => Doer(tokens, i)?.Is(Slot.Setting, "snow") == true;

    /// <summary>The word before a deed that may name who does it; null for none.</summary>
    public static Token? Doer(IReadOnlyList<Token> tokens, int i)
    {
        var before = i - 1;
        while (before >= 0 && (tokens[before].Is(Slot.Pace)
            || (tokens[before].Senses.Count == 0 && tokens[before].Text.EndsWith("ly", StringComparison.Ordinal))))
        {
            before--;
        }

        return before < 0 ? null : tokens[before];
    }
}
