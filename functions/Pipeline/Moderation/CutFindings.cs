using System.Globalization;
using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Pipeline.Moderation;

/// <summary>What a picture-safety model saw in a cut, as other judges say it.</summary>
internal static class CutFindings
{
    private const int High = 6;
    private const int Low = 2;

    /// <summary>Name of the field of a cut.</summary>
    /// <param name="channel">For which channel it is.</param>
    public static string FieldOf(string channel) => $"cut.{channel}";

    /// <summary>The judgement of a cut: what the model saw together with what the judge of pictures found.</summary>
    /// <param name="field">That of the cut.</param>
    /// <param name="seen">What the model saw; null where none looked.</param>
    /// <param name="judged">What the judge found.</param>
    /// <param name="limits">What is refused and reviewed.</param>
    public static ModerationVerdict Of(string field, PictureVerdict? seen, ModerationVerdict judged, ModerationLimits limits)
    {
        var found = seen is null or { Safe: true, Review: false } ? [] : new[] { Of(field, seen) };
        // Who says that a person has to see it is not overruled by a limit; one who says that nobody may is.
        var outcome = found.Length == 0 ? ModerationOutcome.Allow : limits.Of(found) is var by && by > ModerationOutcome.Review ? by : ModerationOutcome.Review;
        return new ModerationVerdict(
            [.. found.Concat(judged.Findings).OrderByDescending(finding => finding.Severity)],
            $"{judged.Policy}+{seen?.Model ?? "unseen"}",
            outcome > judged.Outcome ? outcome : judged.Outcome);
    }

    /// <summary>What a caller reads when a cut is refused.</summary>
    /// <param name="channel">For which channel it is.</param>
    /// <param name="verdict">The judgement.</param>
    /// <param name="limits">What is refused.</param>
    public static string Refusal(string channel, ModerationVerdict verdict, ModerationLimits limits) =>
        $"What was filmed for {channel} must not be shown, and nothing of it was published: " + string.Join(' ', verdict.Findings
            .Where(finding => limits.Of(finding) == ModerationOutcome.Refuse)
            .GroupBy(finding => finding.Category)
            .Select(group => $"it shows {Moderation.Refusal.Name(group.Key)}. {group.First().Remedy}"));

    private static ModerationFinding Of(string field, PictureVerdict seen)
    {
        var worst = seen.Scores.OrderByDescending(score => score.Value).ThenBy(score => score.Key, StringComparer.Ordinal).Select(score => score.Key).FirstOrDefault("unsafe");
        return new ModerationFinding(
            ModerationCategory.Sexual,
            seen.Safe ? Low : High,
            field,
            $"{seen.Model}/{worst}",
            string.Create(CultureInfo.InvariantCulture, $"Change the shot at {seen.WorstSecond:0.#} s, or the pictures that it shows."));
    }
}
