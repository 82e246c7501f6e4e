namespace SoraFunctions.Pipeline.Usage;

/// <summary>What an order is expected to take.</summary>
/// <param name="MicroDollars">What it will cost, in millionths of a US dollar, when no shot of it was made before.</param>
/// <param name="WorkMilliseconds">How long workers will work on it; null where nothing like it was measured yet.</param>
/// <param name="Basis">What that rests on, in a sentence.</param>
public sealed record UsageEstimate(long MicroDollars, long? WorkMilliseconds, string Basis);
