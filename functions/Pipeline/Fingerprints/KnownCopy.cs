using SoraFunctions.Provenance.Fingerprints;

namespace SoraFunctions.Pipeline.Fingerprints;

/// <summary>A rendition that a film looks like. Whoever asks decides who may see it: renditions of all tenants are found.</summary>
/// <param name="VideoId">The video.</param>
/// <param name="Channel">For which channel.</param>
/// <param name="TenantId">Whose.</param>
/// <param name="At">When it was signed.</param>
/// <param name="Match">Which parts are alike, and how much.</param>
public sealed record KnownCopy(string VideoId, string Channel, string TenantId, DateTimeOffset At, FingerprintMatch Match);
