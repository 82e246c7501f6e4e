namespace SoraFunctions.Pipeline.Campaigns.Costs;

/// <summary>What a second of video costs with an engine.</summary>
/// <param name="MicroDollars">
/// Millionths of a US dollar, by variant and channel: rasters differ, prices may be for pixels, and other servers make certain lengths alone.
/// </param>
/// <param name="Seconds">How long it takes, with all that others have made at the same time.</param>
/// <param name="GpuSeconds">For how long a GPU works; 0 for an engine that needs none.</param>
/// <param name="Measured">Whether times were measured, with videos of this tenant, and by workers where a GPU works; else they are assumed.</param>
public sealed record EngineRate(IReadOnlyDictionary<(string Variant, string Channel), decimal> MicroDollars, double Seconds, double GpuSeconds, bool Measured);
