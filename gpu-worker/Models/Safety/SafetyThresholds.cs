namespace SoraFunctions.Models.Safety;

/// <summary>Where the decisions change. All are probabilities.</summary>
public sealed record SafetyThresholds
{
    /// <summary>From here on, a picture that is pornographic is refused.</summary>
    public float Refuse { get; init; } = 0.7f;

    /// <summary>From here on, a picture that may be pornographic goes to a person.</summary>
    public float Review { get; init; } = 0.35f;

    /// <summary>From here on, a picture of someone lightly dressed goes to a person. Never refused: beach wear is no pornography.</summary>
    public float ReviewSexy { get; init; } = 0.7f;

    /// <summary>The decision on scores.</summary>
    /// <param name="scores">What the model gave.</param>
    public SafetyVerdict Decide(SafetyScores scores) =>
        scores.Pornographic >= Refuse ? new(SafetyDecision.Refused, scores, $"pornographic with probability {scores.Pornographic:0.00}")
        : scores.Pornographic >= Review ? new(SafetyDecision.Review, scores, $"perhaps pornographic, with probability {scores.Pornographic:0.00}")
        : scores.Sexy >= ReviewSexy ? new(SafetyDecision.Review, scores, $"someone lightly dressed, with probability {scores.Sexy:0.00}")
        : new(SafetyDecision.Allowed, scores, $"pornographic with probability {scores.Pornographic:0.00} alone");
}
