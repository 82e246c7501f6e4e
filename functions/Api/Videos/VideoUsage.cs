namespace SoraFunctions.Api.Videos;

/// <summary>What a video costs.</summary>
/// <param name="CostUsd">In US dollars, of what was booked on it up to now.</param>
/// <param name="EstimatedCostUsd">What it was expected to cost when it was ordered; null where nobody asked.</param>
internal sealed record VideoUsage(decimal CostUsd, decimal? EstimatedCostUsd);
