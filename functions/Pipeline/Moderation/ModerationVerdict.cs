using System.Text.Json.Serialization;

namespace SoraFunctions.Pipeline.Moderation;

/// <summary>A judgement.</summary>
/// <param name="Outcome">What follows.</param>
/// <param name="Findings">What was found, worst first; also what stayed below the limit.</param>
/// <param name="Policy">Who judged.</param>
public sealed record ModerationVerdict(ModerationOutcome Outcome, IReadOnlyList<ModerationFinding> Findings, string Policy)
{
    /// <summary>Whether the video may be made without asking anybody.</summary>
    [JsonIgnore]
    public bool Allowed => Outcome == ModerationOutcome.Allow;
}
