namespace SoraFunctions.Pipeline.Verifications;

/// <summary>A rendition that the file is, or is a copy of.</summary>
/// <param name="VideoId">The video.</param>
/// <param name="Channel">For which channel.</param>
/// <param name="Tenant">Whose.</param>
/// <param name="SignedAt">When it was signed.</param>
/// <param name="FoundBy">What led to it: <c>file</c>, <c>manifest</c>, <c>watermark</c> or <c>fingerprint</c>.</param>
/// <param name="SameFile">Whether the file is that very rendition, byte for byte.</param>
/// <param name="Likeness">How alike the pictures are: 1 for the same, about 0 for chance; null when they were not found alike.</param>
/// <param name="ManifestId">Label of its manifest, by which it can be had back; null when it is not kept.</param>
/// <param name="Request">What was ordered; null when the video was deleted.</param>
public sealed record Match(
    string VideoId,
    string Channel,
    string Tenant,
    DateTimeOffset SignedAt,
    string FoundBy,
    bool SameFile,
    double? Likeness,
    string? ManifestId,
    MatchedRequest? Request);
