namespace SoraFunctions.Pipeline.Campaigns.Learning;

/// <summary>How the variants of a campaign stand against each other.</summary>
/// <param name="Variants">Each of them, in the campaign's order.</param>
/// <param name="Leader">The one that is most probably the best; null for no variants.</param>
/// <param name="Winner">The leader, once it is decided; else null.</param>
/// <param name="Waiting">How many exposures the least shown variant lacks before any is preferred; 0 for none.</param>
public sealed record Standings(IReadOnlyList<VariantStanding> Variants, string? Leader, string? Winner, long Waiting)
{
    /// <summary>Draws from each posterior: enough that a probability is known to a hundredth.</summary>
    private const int Draws = 10_000;

    /// <summary>
    /// Compares variants. Each has a rate with a uniform prior, so that its posterior is Beta(1 + conversions, 1 + failures). Weights are the
    /// probabilities that each is the best, which is what Thompson sampling gives (Thompson, "On the likelihood that one unknown probability exceeds
    /// another", 1933; Scott, "A modern Bayesian look at the multi-armed bandit", 2010); until each had its minimum exposure, and for the holdout for
    /// ever, all are alike. It is decided when the leader is the best with the confidence asked for, or when with that confidence no other is better
    /// by more than a hundredth of its rate: Scott's value remaining.
    /// </summary>
    /// <param name="trials">What came of each.</param>
    /// <param name="rules">How they are compared.</param>
    /// <param name="seed">Chance: the same trials and seed give the same standings.</param>
    public static Standings Of(IReadOnlyList<VariantTrial> trials, LearningRules rules, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(trials);
        ArgumentNullException.ThrowIfNull(rules);
        if (trials.Count == 0)
        {
            return new Standings([], null, null, 0);
        }

        var chance = new SeededChance(seed);
        var draws = trials.Select(trial => DrawsOf(trial, chance)).ToList();
        var best = new int[trials.Count];
        for (var draw = 0; draw < Draws; draw++)
        {
            best[Enumerable.Range(0, trials.Count).MaxBy(i => draws[i][draw])]++;
        }

        var leader = Enumerable.Range(0, trials.Count).MaxBy(i => best[i]);
        var waiting = Math.Max(0, trials.Max(trial => rules.MinimumExposure - trial.Exposures));
        var decided = waiting == 0 && trials.Count > 1
            && ((double)best[leader] / Draws >= rules.Confidence || Remaining(draws, leader, rules.Confidence) < LearningRules.ValueRemaining);
        return new Standings(
            [.. trials.Select((trial, i) => Standing(trial, draws[i], (double)best[i] / Draws, WeightOf(i)))],
            trials[leader].Name,
            decided ? trials[leader].Name : null,
            waiting);

        double WeightOf(int variant)
        {
            var alike = 1.0 / trials.Count;
            var preferred = waiting > 0 ? alike : decided ? (variant == leader ? 1 : 0) : (double)best[variant] / Draws;
            return (rules.Holdout * alike) + ((1 - rules.Holdout) * preferred);
        }
    }

    private static VariantStanding Standing(VariantTrial trial, double[] draws, double isBest, double weight)
    {
        var sorted = draws.Order().ToArray();
        return new VariantStanding(trial, sorted[(int)(0.025 * Draws)], sorted[(int)(0.975 * Draws)], isBest, weight);
    }

    private static double[] DrawsOf(VariantTrial trial, SeededChance chance)
    {
        var draws = new double[Draws];
        var conversions = Math.Min(trial.Conversions, trial.Exposures);
        for (var draw = 0; draw < Draws; draw++)
        {
            draws[draw] = chance.Beta(1 + conversions, 1 + trial.Exposures - conversions);
        }

        return draws;
    }

    /// <summary>By how much, as a part of the leader's rate, another may be better at most, with the confidence given.</summary>
    private static double Remaining(List<double[]> draws, int leader, double confidence)
    {
        var remaining = Enumerable.Range(0, Draws)
            .Select(draw => (draws.Max(variant => variant[draw]) - draws[leader][draw]) / draws[leader][draw])
            .Order().ToArray();
        return remaining[Math.Min(Draws - 1, (int)(confidence * Draws))];
    }
}
