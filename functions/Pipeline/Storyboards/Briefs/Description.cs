using System.Globalization;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Words;

namespace SoraFunctions.Pipeline.Storyboards.Briefs;

/// <summary>The adjectives and numbers before a thing.</summary>
/// <param name="Number">How many; null when nothing says.</param>
/// <param name="Colour">As <c>#rrggbb</c>.</param>
/// <param name="Matter">What it is made of.</param>
/// <param name="Size">Times its usual height.</param>
/// <param name="Vague">Whether the number is only about so many.</param>
internal sealed record Description(double? Number = null, string? Colour = null, Matter? Matter = null, double? Size = null, bool Vague = false)
{
    private const int MostOfAKind = 60;

    /// <summary>How many a plural without a number means.</summary>
    private const int Some = 3;

    /// <summary>With one more word; the last of a kind counts.</summary>
    public Description With(Sense sense) => sense.Slot switch
    {
        Slot.Number => this with { Number = double.Parse(sense.Value, CultureInfo.InvariantCulture), Vague = sense["vague"] is not null },
        Slot.Colour => this with { Colour = sense.Value },
        Slot.Matter => this with { Matter = Kebab.Parse<Matter>(sense.Value) },
        Slot.Size => this with { Size = double.Parse(sense.Value, CultureInfo.InvariantCulture) },
        _ => this,
    };

    /// <summary>The thing so described.</summary>
    public SubjectWish Thing(Sense thing, Token token, string text)
    {
        var many = thing["many"] is { } usual ? int.Parse(usual, CultureInfo.InvariantCulture) : (int?)null;
        var always = thing["always"] is { } row ? int.Parse(row, CultureInfo.InvariantCulture) : (int?)null;
        return new SubjectWish
        {
            Thing = thing.Value,
            Form = Kebab.Parse<Form>(thing["form"]!),
            Matter = Matter ?? Kebab.Parse<Matter>(thing["matter"]!),
            Colour = Colour ?? thing["colour"],
            Height = Math.Clamp(double.Parse(thing["height"]!, CultureInfo.InvariantCulture) * (Size ?? 1), 0.01, 5),
            Count = Number is not null && ((Number != 1 && !Vague) || always is null)
                ? (int)Math.Clamp(Number.Value, 1, MostOfAKind)
                : always ?? many ?? (thing.Plural ? Some : 1),
            Said = Number > 1 && !Vague ? (int)Math.Min(Number.Value, MostOfAKind) : null,
            Described = this != new Description(Number: 1) && this != new Description(),
            Near = thing["near"],
            Word = text[token.Start..token.End],
            At = token.Start,
        };
    }
}
