namespace SoraFunctions.Contract.Storyboards;

/// <summary>What a brand brings of its own to look at.</summary>
public sealed record BrandKit
{
    /// <summary>SHA-256 (64 lower-case hex digits) of the logo, a PNG, JPEG or WebP picture, best with transparency; null for none.</summary>
    public string? Logo { get; init; }

    /// <summary>SHA-256 (64 lower-case hex digits) of a TrueType or OpenType file that all words are set in; null for the usual faces.</summary>
    public string? Font { get; init; }
}
