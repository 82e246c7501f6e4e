using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Pipeline.Storyboards.Briefs;

/// <summary>What a brief wants to see at one time: the wishes for one shot. Null where it says nothing.</summary>
internal sealed record Step
{
    /// <summary>Things, the one that acts first.</summary>
    public IReadOnlyList<SubjectWish> Subjects { get; init; } = [];

    /// <summary>Whether the product is named.</summary>
    public bool Product { get; init; }

    /// <summary>What the first thing does.</summary>
    public Deed? Deed { get; init; }

    /// <summary>Where it happens.</summary>
    public Setting? Setting { get; init; }

    /// <summary>What is in the air.</summary>
    public Atmosphere? Atmosphere { get; init; }

    /// <summary>How the camera moves.</summary>
    public CameraMove? Move { get; init; }

    /// <summary>How large the first thing stands.</summary>
    public Framing? Framing { get; init; }

    /// <summary>Camera angle in degrees.</summary>
    public double? Elevation { get; init; }

    /// <summary>f-number.</summary>
    public double? Aperture { get; init; }

    /// <summary>How it is lit.</summary>
    public Light? Light { get; init; }

    /// <summary>How it begins.</summary>
    public TransitionKind? Transition { get; init; }

    /// <summary>Words to show.</summary>
    public Caption? Caption { get; init; }

    /// <summary>Who speaks them; null for the narrator.</summary>
    public string? Speaker { get; init; }

    /// <summary>A price to show.</summary>
    public string? Price { get; init; }

    /// <summary>Words to speak.</summary>
    public string? Line { get; init; }

    /// <summary>The words of both <see cref="Caption"/> and <see cref="Price"/>, as one shot shows them; null for none.</summary>
    public Caption? Shown => (Caption, Price) switch
    {
        (null, null) => null,
        ({ } words, null) => words,
        (null, { } price) => new Caption(price, CaptionRole.Price),
        ({ } words, { } price) => words.Text.Contains(price, StringComparison.Ordinal) ? words : words with { Text = $"{words.Text} \u00b7 {price}" },
    };

    /// <summary>How long, in seconds, where a numbered shot says so.</summary>
    public decimal? Seconds { get; init; }
}
