namespace SoraFunctions.Models.Safety;

/// <summary>What was decided on a picture.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Scores">What it rests on; null when the picture was not checked.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record SafetyVerdict(SafetyDecision Decision, SafetyScores? Scores, string Reason)
{
    /// <summary>The verdict on a clip: that of its worst picture, the first among equals.</summary>
    /// <param name="frames">The verdicts on some of its frames.</param>
    /// <exception cref="InvalidOperationException">There are none.</exception>
    public static SafetyVerdict Worst(IEnumerable<SafetyVerdict> frames) =>
        frames.MaxBy(verdict => (verdict.Decision, verdict.Scores?.Pornographic ?? 0)) ?? throw new InvalidOperationException("no frame was checked");
}
