namespace SoraFunctions.Models.Sessions;

/// <summary>No execution provider could be used; the message gives the reason of each.</summary>
public sealed class ProvidersExhaustedException(IReadOnlyList<ProviderFallback> fallbacks)
    : Exception(string.Join("; ", fallbacks.Select(one => $"{one.Provider}: {one.Reason}")))
{
    /// <summary>The providers tried, in order.</summary>
    public IReadOnlyList<ProviderFallback> Fallbacks { get; } = fallbacks;
}
