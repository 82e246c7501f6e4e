namespace SoraFunctions.Models.Voices;

/// <summary>A voice that the operator has mounted.</summary>
/// <param name="Name">Its folder.</param>
/// <param name="Languages">The languages that it speaks, as BCP 47 tags; none where it cannot be used.</param>
/// <param name="Problem">Why it cannot be used; null when it can.</param>
public sealed record VoiceStatus(string Name, IReadOnlyList<string> Languages, string? Problem);
