namespace SoraFunctions.Models.Sessions;

/// <summary>A provider that was tried and could not be used.</summary>
/// <param name="Provider">Which one.</param>
/// <param name="Reason">Why not, in words for the operator.</param>
public sealed record ProviderFallback(ExecutionProvider Provider, string Reason);
