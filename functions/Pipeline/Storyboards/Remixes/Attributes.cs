using System.Globalization;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Briefs;
using SoraFunctions.Pipeline.Storyboards.Words;

namespace SoraFunctions.Pipeline.Storyboards.Remixes;

/// <summary>What a wish says of a thing without naming it: "five instead of three", "blue".</summary>
/// <param name="Number">How many; null when it doesn't say.</param>
/// <param name="Colour">As <c>#rrggbb</c>.</param>
/// <param name="Matter">What it is made of.</param>
internal sealed record Attributes(int? Number = null, string? Colour = null, Matter? Matter = null)
{
    private const int Most = 60;

    /// <summary>What a text says.</summary>
    public static Attributes In(string text)
    {
        var tokens = Segmenter.Tokens(text);
        var said = new Attributes();
        for (var i = 0; i < tokens.Count; i++)
        {
            var counts = tokens[i].As(Slot.Number) is { } sense && sense["vague"] is null && tokens[i].Text is not ("a" or "an")
                && !(i + 1 < tokens.Count && tokens[i + 1].Is(Slot.Unit));
            said = said with
            {
                Number = counts ? (int)Math.Clamp(double.Parse(tokens[i].As(Slot.Number)!.Value, CultureInfo.InvariantCulture), 1, Most) : said.Number,
                Colour = tokens[i].As(Slot.Colour)?.Value ?? said.Colour,
                Matter = Meaning.Of(tokens, i) is { Slot: Slot.Matter } made ? Kebab.Parse<Matter>(made.Value) : said.Matter,
            };
        }

        return said;
    }

    /// <summary>Whether it says nothing.</summary>
    public bool IsEmpty => this is { Number: null, Colour: null, Matter: null };

    /// <summary>Whether a thing is as it says.</summary>
    public bool Fits(Subject subject) => (Number is null || subject.Count == Number) && (Matter is null || subject.Matter == Matter)
        && (Colour is null || (subject.Colour is { } colour && IsLike(colour, Colour)));

    /// <summary>Whether two colours would be called by the same name: a third of the way from one to another at most.</summary>
    public static bool IsLike(string one, string other) =>
        Enumerable.Range(0, 3).Sum(i => Math.Abs(Part(one, i) - Part(other, i))) <= 120;

    private static int Part(string colour, int i) => int.Parse(colour.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
