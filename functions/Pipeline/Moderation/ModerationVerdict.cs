namespace SoraFunctions.Pipeline.Moderation;

/// <summary>A judgement.</summary>
/// <param name="Allowed">Whether the video may be made.</param>
/// <param name="Findings">What was found, worst first; also what stayed below the limit.</param>
/// <param name="Policy">Who judged.</param>
public sealed record ModerationVerdict(bool Allowed, IReadOnlyList<ModerationFinding> Findings, string Policy);
