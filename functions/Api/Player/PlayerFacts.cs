namespace SoraFunctions.Api.Player;

/// <summary>What the player element is told about a video.</summary>
internal sealed record PlayerFacts(
    string Title,
    string? Language,
    int Width,
    int Height,
    string Poster,
    string Video,
    string? Captions,
    IReadOnlyList<PlayerCaptions> Translations,
    string? Hotspots,
    string Href,
    string Events,
    PlayerProduct? Product);
