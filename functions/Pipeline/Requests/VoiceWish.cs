using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Requests;

/// <summary>What voice is wanted, beyond that there is one.</summary>
/// <param name="Name">See <see cref="Contract.Storyboards.VoicePlan.Name"/>.</param>
/// <param name="Rate">See <see cref="Contract.Storyboards.VoicePlan.Rate"/>.</param>
/// <param name="File">The caller's own narration; null to speak the lines.</param>
public sealed record VoiceWish(string? Name = null, double? Rate = null, BlobRef? File = null);
