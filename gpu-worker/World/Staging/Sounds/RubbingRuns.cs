using SoraFunctions.World.Physics;

namespace SoraFunctions.World.Staging.Sounds;

/// <summary>Joins what pairs of bodies did from hundredth to hundredth of a second to runs, and keeps the loudest.</summary>
internal static class RubbingRuns
{
    private const double Step = 0.01;

    // Watts of friction below which nothing is heard, and how much of it rolling is heard as loud as sliding.
    private const double Quietest = 2e-4;
    private const double RollingPart = 0.2;

    // Steps of silence that a run goes over, and the fewest that make one: less belongs to an impact.
    private const int LongestGap = 6;
    private const int Shortest = 4;
    private const int MostRuns = 16;
    private const int MostSteps = 2400;

    // Times the median of a run: harder is a blow, which is logged as a contact.
    private const double HardestPart = 1.6;

    /// <summary>The runs of a performance, the loudest first, with gaps filled by rubs without force.</summary>
    /// <param name="pairs">As a simulation gives them.</param>
    /// <param name="from">Where the clip begins, in seconds of the simulation.</param>
    public static IEnumerable<(int First, int Second, IReadOnlyList<Rub> Rubs)> Of(
        IEnumerable<(int First, int Second, IReadOnlyList<Rub> Rubs)> pairs, double from)
    {
        var runs = pairs.SelectMany(pair => Split([.. pair.Rubs.Where(rub => rub.Time >= from && Power(rub) > Quietest)])
            .Select(rubs => (pair.First, pair.Second, Rubs: WithoutBlows(rubs))));
        var left = MostSteps;
        foreach (var run in runs.OrderByDescending(run => run.Rubs.Sum(Power)).Take(MostRuns))
        {
            if (run.Rubs.Count <= left)
            {
                left -= run.Rubs.Count;
                yield return run;
            }
        }
    }

    private static double Power(Rub rub) => rub.Force * (rub.Slip + (RollingPart * rub.Roll));

    private static IReadOnlyList<Rub> WithoutBlows(IReadOnlyList<Rub> rubs)
    {
        var forces = rubs.Where(rub => rub.Force > 0).Select(rub => rub.Force).Order().ToArray();
        var hardest = HardestPart * forces[forces.Length / 2];
        return Smoothed([.. rubs.Select(rub => rub with { Force = Math.Min(rub.Force, hardest) })]);
    }

    // What rocks on its edges touches now here, now there; that is one noise. Every second one is kept.
    private static IReadOnlyList<Rub> Smoothed(IReadOnlyList<Rub> rubs)
    {
        const int reach = 5;
        List<Rub> smooth = [];
        for (var i = 0; i < rubs.Count; i += 2)
        {
            double weights = 0, force = 0, slip = 0, roll = 0;
            for (var j = Math.Max(0, i - reach); j <= Math.Min(rubs.Count - 1, i + reach); j++)
            {
                var weight = 1 + reach - Math.Abs(i - j);
                weights += weight;
                force += weight * rubs[j].Force;
                slip += weight * rubs[j].Force * rubs[j].Slip;
                roll += weight * rubs[j].Force * rubs[j].Roll;
            }

            smooth.Add(force > 0 ? rubs[i] with { Force = force / weights, Slip = slip / force, Roll = roll / force } : rubs[i]);
        }

        return smooth;
    }

    private static IEnumerable<IReadOnlyList<Rub>> Split(IReadOnlyList<Rub> rubs)
    {
        List<Rub> run = [];
        foreach (var rub in rubs)
        {
            var steps = run.Count == 0 ? 0 : (int)Math.Round((rub.Time - run[^1].Time) / Step);
            if (steps > LongestGap)
            {
                if (run.Count >= Shortest)
                {
                    yield return run;
                }

                run = [];
            }

            for (var i = 1; i < steps && run.Count > 0; i++)
            {
                run.Add(run[^1] with { Time = run[^1].Time + Step, Force = 0 });
            }

            run.Add(rub);
        }

        if (run.Count >= Shortest)
        {
            yield return run;
        }
    }
}
