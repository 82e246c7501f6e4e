using SoraFunctions.Benchmarks.Scale.Queueing;

namespace SoraFunctions.Scale.Tests;

/// <summary>Small systems to simulate.</summary>
internal static class Queues
{
    /// <summary>One station, one visit.</summary>
    public static (Simulation Run, Station Station) One(
        double perSecond, double service, int servers, int minutes, Spread spread = Spread.Exponential, int seed = 1)
    {
        var station = new Station("servers", servers);
        var graph = new JobGraph();
        graph.Add([new Step(StepKind.Serve, 0, service, spread)]);
        var run = new Simulation(graph, [station], [], seed);
        run.Run(Steady(perSecond, minutes));
        return (run, station);
    }

    /// <summary>The same rate for some minutes.</summary>
    public static Arrivals Steady(double perSecond, int minutes) => new([.. Enumerable.Repeat(perSecond, minutes)]);
}
