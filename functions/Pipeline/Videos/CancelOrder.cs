using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Pipeline.Videos;

/// <summary>What the cancellation of a video is started with.</summary>
/// <param name="Tenant">Whose.</param>
/// <param name="VideoId">Which.</param>
/// <param name="Why">What is said on it.</param>
public sealed record CancelOrder(string Tenant, string VideoId, FailOrder Why);
