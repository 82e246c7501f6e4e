namespace SoraFunctions.Commerce.Attribution;

/// <summary>A sign that a video led to an order.</summary>
/// <param name="Kind">How hard it is.</param>
/// <param name="VideoId">Which video.</param>
/// <param name="At">When the buyer met it; null where that is not known.</param>
/// <param name="Channel">Where the buyer met it, such as <c>tiktok-ad</c>; null where that is not known.</param>
public sealed record Evidence(EvidenceKind Kind, string VideoId, DateTimeOffset? At = null, string? Channel = null);
