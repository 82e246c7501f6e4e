using System.Globalization;
using SoraFunctions.Pipeline.Campaigns.Wire;

namespace SoraFunctions.Pipeline.Campaigns.Learning;

/// <summary>What a marketer reads of a comparison.</summary>
/// <param name="Standings">How variants stand.</param>
/// <param name="Findings">Which hook, setting, length and mood won.</param>
/// <param name="Summary">The whole in sentences.</param>
public sealed record LearningReport(Standings Standings, IReadOnlyList<TraitFinding> Findings, IReadOnlyList<string> Summary)
{
    /// <summary>Under this, a difference is called chance.</summary>
    private const double Chance = 0.8;

    /// <summary>Puts it together.</summary>
    /// <param name="variants">The variants of the campaign.</param>
    /// <param name="trials">What came of each of them, in the same order.</param>
    /// <param name="rules">How they are compared.</param>
    public static LearningReport Of(IReadOnlyList<VariantWish> variants, IReadOnlyList<VariantTrial> trials, LearningRules rules)
    {
        ArgumentNullException.ThrowIfNull(variants);
        var standings = Standings.Of(trials, rules);
        (string Trait, Func<VariantWish, string?> Of)[] traits =
        [
            ("hook", variant => variant.Hook),
            ("setting", variant => variant.Setting),
            ("length", variant => variant.Seconds is { } seconds ? string.Create(CultureInfo.InvariantCulture, $"{seconds.Value:0.#} s") : null),
            ("mood", variant => variant.Mood?.ToString()),
        ];
        var findings = traits.Select(trait => Finding(trait.Trait, variants, trials, trait.Of, rules)).OfType<TraitFinding>().ToList();
        return new LearningReport(standings, findings, [.. Sentences(standings, rules), .. findings.Select(finding => finding.Sentence)]);
    }

    private static TraitFinding? Finding(
        string trait, IReadOnlyList<VariantWish> variants, IReadOnlyList<VariantTrial> trials, Func<VariantWish, string?> valueOf, LearningRules rules)
    {
        var groups = variants.Zip(trials)
            .GroupBy(pair => valueOf(pair.First) ?? "as usual")
            .Select(group => new VariantTrial(group.Key, group.Sum(pair => pair.Second.Exposures), group.Sum(pair => pair.Second.Conversions)))
            .ToList();
        if (groups.Count < 2 || groups.Sum(group => group.Conversions) == 0)
        {
            return null;
        }

        var standings = Standings.Of(groups, rules with { Holdout = 0 });
        var best = standings.Variants.Single(variant => variant.Trial.Name == standings.Leader);
        var others = groups.Where(group => group.Name != standings.Leader).ToList();
        var rest = new VariantTrial("", others.Sum(group => group.Exposures), others.Sum(group => group.Conversions)).Rate;
        double? lift = rest > 0 ? (best.Trial.Rate / rest) - 1 : null;
        var said = best.IsBest >= Chance
            ? $"The {trait} that works best is '{best.Trial.Name}'{(lift is { } part and > 0 ? $", {Percent(part)} better than the rest" : "")}: {Sure(best.IsBest)}."
            : $"Which {trait} works best is open: '{best.Trial.Name}' leads, but that may be chance ({Percent(best.IsBest)} sure).";
        return new TraitFinding(trait, best.Trial.Name, lift, best.IsBest, said);
    }

    private static IEnumerable<string> Sentences(Standings standings, LearningRules rules)
    {
        if (standings.Variants.Count < 2)
        {
            yield return "There is one variant: nothing is compared.";
            yield break;
        }

        var (success, trial) = rules.Goal switch
        {
            LearningGoal.OrdersPerClick => ("ordered", "people who came"),
            LearningGoal.OrdersPerPlay => ("ordered", "plays"),
            _ => ("came", "plays"),
        };
        var leader = standings.Variants.Single(variant => variant.Trial.Name == standings.Leader);
        if (standings.Waiting > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"It is too early to tell: the least shown variant needs {standings.Waiting:N0} more {trial}. Until then all are shown alike.");
        }
        else if (standings.Winner is { } winner)
        {
            yield return $"'{winner}' won: of 100 {trial}, {Rate(leader.Trial.Rate)} {success}. It is {Sure(leader.IsBest)} that no other does better. The next run makes it alone.";
        }
        else
        {
            yield return $"'{leader.Trial.Name}' leads: of 100 {trial}, {Rate(leader.Trial.Rate)} {success} ({Rate(leader.Low)} to {Rate(leader.High)} with 95 % confidence). That it is the best is {Percent(leader.IsBest)} sure; it is decided at {Percent(rules.Confidence)}.";
        }
    }

    private static string Sure(double probability) => probability >= 0.995 ? "more than 99 % sure" : $"{Percent(probability)} sure";

    private static string Percent(double part) => string.Create(CultureInfo.InvariantCulture, $"{100 * part:0} %");

    private static string Rate(double rate) => (100 * rate).ToString("0.##", CultureInfo.InvariantCulture);
}
