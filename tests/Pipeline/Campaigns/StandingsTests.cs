using SoraFunctions.Pipeline.Campaigns.Learning;
using SoraFunctions.Pipeline.Campaigns.Wire;
using SoraFunctions.Pipeline.Requests.Wire;

namespace SoraFunctions.Pipeline.Tests.Campaigns;

public sealed class StandingsTests
{
    private static readonly LearningRules _rules = LearningRules.Of(new LearningWish { MinimumExposure = 100, Holdout = 0.1 });

    [Fact]
    public void Until_each_was_shown_often_enough_all_are_alike()
    {
        var standings = Standings.Of([new("a", 5000, 500), new("b", 40, 0)], _rules);

        Assert.Equal(60, standings.Waiting);
        Assert.Null(standings.Winner);
        Assert.All(standings.Variants, variant => Assert.Equal(0.5, variant.Weight, 6));
    }

    [Fact]
    public void The_better_one_is_shown_more_and_the_holdout_stays()
    {
        var standings = Standings.Of([new("a", 400, 20), new("b", 400, 27), new("c", 400, 8)], _rules);

        Assert.Equal("b", standings.Leader);
        Assert.Null(standings.Winner);
        Assert.Equal(1, standings.Variants.Sum(variant => variant.Weight), 9);
        Assert.True(standings.Variants[1].Weight > standings.Variants[0].Weight);
        Assert.All(standings.Variants, variant => Assert.True(variant.Weight >= 0.1 / 3));
    }

    [Fact]
    public void A_variant_that_is_surely_the_best_wins()
    {
        var standings = Standings.Of([new("a", 4000, 100), new("b", 4000, 200)], _rules);

        Assert.Equal("b", standings.Winner);
        Assert.Equal(0.95, standings.Variants[1].Weight, 9);
    }

    [Fact]
    public void Two_that_are_alike_are_not_compared_for_ever() =>
        Assert.NotNull(Standings.Of([new("a", 40_000_000, 2_000_000), new("b", 40_000_000, 2_000_100)], _rules).Winner);

    [Fact]
    public void The_true_rate_lies_within_the_interval_as_often_as_it_says()
    {
        var chance = new SeededChance(7);
        var within = Enumerable.Range(0, 400).Count(_ =>
        {
            var converted = Enumerable.Range(0, 500).Count(_ => chance.Uniform() < 0.1);
            var one = Standings.Of([new("a", 500, converted)], _rules).Variants[0];
            return one.Low <= 0.1 && 0.1 <= one.High;
        });

        Assert.InRange(within / 400.0, 0.91, 0.99);
    }

    [Fact]
    public void Draws_have_the_mean_and_the_variance_of_their_distribution()
    {
        var chance = new SeededChance(3);
        var draws = Enumerable.Range(0, 20_000).Select(_ => chance.Beta(3, 7)).ToList();
        var mean = draws.Average();

        Assert.Equal(0.3, mean, 2);
        Assert.Equal(3 * 7 / (100.0 * 11), draws.Average(draw => (draw - mean) * (draw - mean)), 3);
    }

    /// <summary>
    /// Twenty campaigns of known rates, a hundred days of 400 visitors each: orders that are lost against showing the best alone, by the weights
    /// of each day against an even split. The holdout alone costs a tenth of an even split's loss.
    /// </summary>
    [Fact]
    public void Weights_lose_less_than_a_third_of_what_an_even_split_loses()
    {
        var (weighted, even, winners) = (0.0, 0.0, 0);
        for (var campaign = 0; campaign < 20; campaign++)
        {
            double[] rates = [0.02, 0.03, 0.025, 0.05];
            var (lost, right) = Simulate(rates, new SeededChance((ulong)campaign));
            weighted += lost;
            even += 100 * 400 * rates.Average(rate => rates.Max() - rate);
            winners += right ? 1 : 0;
        }

        Assert.True(weighted < even / 3, $"{weighted:0} of {even:0} orders are lost");
        Assert.True(winners >= 19, $"{winners} of 20 winners are right");
    }

    [Fact]
    public void A_marketer_reads_what_won_and_how_sure_that_is()
    {
        VariantWish[] variants =
        [
            new() { Name = "a", Hook = "Cold hands?", Setting = "in the snow", Seconds = new WireSeconds(6) },
            new() { Name = "b", Hook = "Cold hands?", Setting = "at home", Seconds = new WireSeconds(15) },
            new() { Name = "c", Hook = "New.", Setting = "in the snow", Seconds = new WireSeconds(15) },
        ];

        var report = LearningReport.Of(variants, [new("a", 2000, 160), new("b", 2000, 90), new("c", 2000, 60)], _rules);

        Assert.Equal("a", report.Standings.Winner);
        Assert.Equal(["Cold hands?", "in the snow", "6 s"], report.Findings.Select(finding => finding.Value));
        Assert.Equal("'a' won: of 100 people who came, 8 ordered. It is more than 99 % sure that no other does better. The next run makes it alone.", report.Summary[0]);
        Assert.Contains("The length that works best is '6 s', 113 % better than the rest: more than 99 % sure.", report.Summary);
    }

    [Fact]
    public void A_difference_that_may_be_chance_is_called_so()
    {
        VariantWish[] variants = [new() { Name = "a", Hook = "One" }, new() { Name = "b", Hook = "Two" }];

        var report = LearningReport.Of(variants, [new("a", 300, 10), new("b", 300, 11)], _rules);

        Assert.Contains("may be chance", Assert.Single(report.Findings).Sentence);
        Assert.Contains("leads", report.Summary[0]);
    }

    private static (double Lost, bool Right) Simulate(double[] rates, SeededChance chance)
    {
        var trials = rates.Select((_, index) => new VariantTrial($"{index}", 0, 0)).ToArray();
        var lost = 0.0;
        Standings standings = Standings.Of(trials, _rules);
        for (var day = 0; day < 100; day++)
        {
            standings = Standings.Of(trials, _rules, (ulong)day);
            for (var visitor = 0; visitor < 400; visitor++)
            {
                var at = chance.Uniform();
                var shown = 0;
                while (shown < rates.Length - 1 && (at -= standings.Variants[shown].Weight) > 0)
                {
                    shown++;
                }

                var ordered = chance.Uniform() < rates[shown];
                trials[shown] = trials[shown] with { Exposures = trials[shown].Exposures + 1, Conversions = trials[shown].Conversions + (ordered ? 1 : 0) };
                lost += rates.Max() - rates[shown];
            }
        }

        return (lost, standings.Winner == "3");
    }
}
