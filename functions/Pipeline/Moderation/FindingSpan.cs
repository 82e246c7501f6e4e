namespace SoraFunctions.Pipeline.Moderation;

/// <summary>Where in a text something was found.</summary>
/// <param name="Start">First character, in UTF-16 units from 0.</param>
/// <param name="Length">How many.</param>
public sealed record FindingSpan(int Start, int Length);
