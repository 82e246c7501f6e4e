namespace SoraFunctions.Pipeline.Videos;

/// <summary>A rendition is ready, its files are registered.</summary>
/// <param name="Channel">For which channel.</param>
/// <param name="Warnings">What the caller should know.</param>
public sealed record RenditionResult(string Channel, IReadOnlyList<string> Warnings);
