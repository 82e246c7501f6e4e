namespace SoraFunctions.Models.Sessions;

/// <summary>The outcome of a walk down the providers.</summary>
/// <param name="Provider">The first provider that worked.</param>
/// <param name="Value">What it made.</param>
/// <param name="Fallbacks">The providers tried before it, in order; empty when the first one worked.</param>
public sealed record ProviderChoice<T>(ExecutionProvider Provider, T Value, IReadOnlyList<ProviderFallback> Fallbacks);
