using System.Text.Json.Serialization;

namespace SoraFunctions.Pipeline.Moderation;

/// <summary>A judgement.</summary>
/// <param name="Findings">What was found, worst first; also what stayed below the limit.</param>
/// <param name="Policy">Who judged.</param>
/// <param name="Outcome">What follows. One that was written down before there were reviews has none: only allowed ones were.</param>
public sealed record ModerationVerdict(IReadOnlyList<ModerationFinding> Findings, string Policy, ModerationOutcome Outcome = ModerationOutcome.Allow)
{
    /// <summary>Whether the video may be made without asking anybody.</summary>
    [JsonIgnore]
    public bool Allowed => Outcome == ModerationOutcome.Allow;
}
