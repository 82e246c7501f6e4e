namespace SoraFunctions.Models.Sessions;

/// <summary>A model in memory.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Bytes">The size of its files.</param>
/// <param name="Users">How many hold a lease on it.</param>
/// <param name="Provider">What computes it.</param>
/// <param name="Fallbacks">The better providers that could not be used, with the reasons.</param>
public sealed record LoadedModel(string Path, long Bytes, int Users, ExecutionProvider Provider, IReadOnlyList<ProviderFallback> Fallbacks);
