namespace SoraFunctions.Contract.Storyboards;

/// <summary>Colours and mood of a whole video. Colours are sRGB as <c>#rrggbb</c>.</summary>
public sealed record Look
{
    /// <summary>Colour of backdrops and panels.</summary>
    public string Primary { get; init; } = "#e9e4dc";

    /// <summary>Colour of accents: the button, the rim light's tint.</summary>
    public string Accent { get; init; } = "#c8763a";

    /// <summary>The feeling that light, grade and music agree on.</summary>
    public Mood Mood { get; init; } = Mood.Elegant;
}
