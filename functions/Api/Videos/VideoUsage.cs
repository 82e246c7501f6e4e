namespace SoraFunctions.Api.Videos;

/// <summary>What others took for a video.</summary>
/// <param name="CostUsd">In US dollars.</param>
internal sealed record VideoUsage(decimal CostUsd);
