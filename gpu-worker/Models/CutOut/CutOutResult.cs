namespace SoraFunctions.Models.CutOut;

/// <summary>A matte, or why there is none.</summary>
/// <param name="Matte">The matte; null when there is none.</param>
/// <param name="Problem">Why there is none, and what would help; null when there is one.</param>
public sealed record CutOutResult(Matte? Matte, string? Problem);
