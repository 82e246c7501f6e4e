namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Hand a video over.</summary>
/// <param name="Warnings">What the caller should know.</param>
/// <param name="LinkCode">Code of its tracked link; null for none.</param>
public sealed record DeliverOrder(IReadOnlyList<string> Warnings, string? LinkCode);
