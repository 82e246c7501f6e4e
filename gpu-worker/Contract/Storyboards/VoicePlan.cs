namespace SoraFunctions.Contract.Storyboards;

/// <summary>How lines are spoken.</summary>
/// <param name="Name">The voice: <c>female</c>, <c>male</c>, or the name of a mounted one, up to 64 characters; null for any.</param>
/// <param name="Rate">How fast: 1 is usual, 0.8 to 1.25; null for 1.</param>
public sealed record VoicePlan(string? Name = null, double? Rate = null);
