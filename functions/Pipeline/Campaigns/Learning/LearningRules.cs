using SoraFunctions.Pipeline.Campaigns.Plans;
using SoraFunctions.Pipeline.Campaigns.Wire;
using SoraFunctions.Pipeline.Requests.Reading;

namespace SoraFunctions.Pipeline.Campaigns.Learning;

/// <summary>How variants are compared, with defaults filled in.</summary>
/// <param name="Goal">What counts.</param>
/// <param name="MinimumExposure">How often each is shown before any is preferred.</param>
/// <param name="Confidence">How sure it has to be that a variant is the best, 0.5 to 0.999.</param>
/// <param name="Holdout">The part of viewers who go on seeing every variant alike, 0 to 0.5.</param>
public sealed record LearningRules(LearningGoal Goal, int MinimumExposure, double Confidence, double Holdout)
{
    /// <summary>What may be worse about the winner at most, as a part of its rate, with the confidence asked for.</summary>
    public const double ValueRemaining = 0.01;

    /// <summary>The rules of a campaign.</summary>
    /// <param name="wish">What it says; null for the defaults.</param>
    public static LearningRules Of(LearningWish? wish) => new(
        wish?.Goal is { } goal ? Goals[goal] : LearningGoal.OrdersPerClick, wish?.MinimumExposure ?? 200, wish?.Confidence ?? 0.95, wish?.Holdout ?? 0.1);

    /// <summary>The goals by name.</summary>
    public static IReadOnlyDictionary<string, LearningGoal> Goals { get; } = new Dictionary<string, LearningGoal>
    {
        ["orders_per_click"] = LearningGoal.OrdersPerClick,
        ["orders_per_play"] = LearningGoal.OrdersPerPlay,
        ["clicks_per_play"] = LearningGoal.ClicksPerPlay,
    };

    internal static void Check(LearningWish? wish, RequestFaults faults)
    {
        if (wish?.Goal is { } goal && !Goals.ContainsKey(goal))
        {
            faults.Add("learning.goal", $"learning.goal must be one of: {string.Join(", ", Goals.Keys)}.");
        }

        CampaignRules.Between("learning.minimum_exposure", wish?.MinimumExposure, 1, 1_000_000, faults);
        if (wish?.Confidence is { } confidence && confidence is not (>= 0.5 and <= 0.999))
        {
            faults.Add("learning.confidence", "learning.confidence must be a number from 0.5 to 0.999, such as 0.95.");
        }

        if (wish?.Holdout is { } holdout && holdout is not (>= 0 and <= 0.5))
        {
            faults.Add("learning.holdout", "learning.holdout must be a number from 0 to 0.5, such as 0.1.");
        }
    }
}
