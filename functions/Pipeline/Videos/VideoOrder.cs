namespace SoraFunctions.Pipeline.Videos;

/// <summary>What the video orchestration is started with.</summary>
/// <param name="Tenant">Whose.</param>
/// <param name="VideoId">Which; also the instance id.</param>
/// <param name="Request">The stored <see cref="Requests.VideoRequest"/>.</param>
public sealed record VideoOrder(string Tenant, string VideoId, Storage.BlobRef Request);
