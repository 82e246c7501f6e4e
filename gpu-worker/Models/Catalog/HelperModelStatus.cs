namespace SoraFunctions.Models.Catalog;

/// <summary>Whether a helper model can be used on this machine.</summary>
/// <param name="Model">Which.</param>
/// <param name="Path">Its file; null when it cannot be used.</param>
/// <param name="Problem">Why it cannot be used, and how to get it; null when it can.</param>
public sealed record HelperModelStatus(HelperModel Model, string? Path, string? Problem);
