using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Benchmarks.Scale.Queueing;

namespace SoraFunctions.Scale.Tests;

public sealed class SimulationTests
{
    [Fact]
    public void Any_graph_ends_every_job_once_and_obeys_Little()
    {
        Prop.ForAll(Systems().ToArbitrary(), system =>
        {
            var (graph, stations, rate, seed) = system;
            var run = new Simulation(graph, stations, [], seed);
            run.Run(Queues.Steady(rate, 3));

            Assert.Equal(run.Came, run.Ended);
            Assert.Equal(run.Came, run.Times.Count);
            Assert.All(stations, station => Assert.Equal((0, 0), (station.Busy, station.Waiting)));
            Assert.Equal(run.PresentArea, run.Times.Mean * run.Times.Count, 1e-6 * (1 + run.PresentArea));
            Assert.All(stations, station => Assert.Equal(station.LineArea, station.Waits.Mean * station.Waits.Count, 1e-6 * (1 + station.LineArea)));
            Assert.True(run.Times.Count == 0 || run.Times.Mean >= graph.ShortestTime() - 1e-9);
            Assert.Equal(Visits(graph) * run.Came, stations.Sum(station => station.Waits.Count));
            Assert.Equal(Work(graph) * run.Came, stations.Sum(station => station.BusyArea) - Held(stations), 1e-6 * (1 + (Work(graph) * run.Came)));
        }).QuickCheckThrowOnFailure();

        static int Visits(JobGraph graph) => graph.All.Count(step => step.Kind != StepKind.Give);
        static double Work(JobGraph graph) => graph.All.Sum(step => step.Seconds);
        static double Held(IReadOnlyList<Station> stations) => stations[0].BusyArea;
    }

    [Fact]
    public void The_same_seed_gives_the_same_run()
    {
        var (one, two, other) = (Queues.One(3, 1, 4, 60, seed: 5).Run, Queues.One(3, 1, 4, 60, seed: 5).Run, Queues.One(3, 1, 4, 60, seed: 6).Run);

        Assert.Equal((one.Came, one.Times.Mean, one.End), (two.Came, two.Times.Mean, two.End));
        Assert.NotEqual(one.Times.Mean, other.Times.Mean);
    }

    [Fact]
    public void A_node_begins_when_all_before_it_have_ended()
    {
        var graph = new JobGraph();
        var start = graph.Add([new Step(StepKind.Serve, 0, 1)]);
        int[] side = [graph.Add([new Step(StepKind.Serve, 0, 2)], start), graph.Add([new Step(StepKind.Serve, 0, 5)], start)];
        graph.Add([new Step(StepKind.Serve, 0, 3)], side);
        var run = new Simulation(graph, [new Station("any", int.MaxValue)], [], 1);
        run.Run(Queues.Steady(0.5, 10));

        Assert.Equal(9, graph.ShortestTime());
        Assert.Equal(9, run.Times.Mean, 6);
    }

    [Fact]
    public void A_server_that_is_kept_is_busy_through_the_waits_of_others()
    {
        Station[] stations = [new("slots", 100), new("worker", 1)];
        var graph = new JobGraph();
        graph.Add([new Step(StepKind.Take, 0), new Step(StepKind.Serve, 1, 1), new Step(StepKind.Give, 0)]);
        var run = new Simulation(graph, stations, [], 1);
        run.Run(Queues.Steady(0.9, 300));

        Assert.Equal(stations[0].BusyArea, stations[1].BusyArea + stations[1].LineArea, 1e-3);
        Assert.True(stations[0].BusyArea > 3 * stations[1].BusyArea);
    }

    [Fact]
    public void Partitions_share_the_load_evenly()
    {
        Station[] stations = [.. Enumerable.Range(0, 8).Select(at => new Station($"{at}", 1))];
        var graph = new JobGraph();
        graph.Add([.. Enumerable.Range(0, 3).Select(key => new Step(StepKind.Serve, 0, 0.01, Spread.Fixed, 8, key))]);
        var run = new Simulation(graph, stations, [], 1);
        run.Run(Queues.Steady(20, 30));

        Assert.All(stations, station => Assert.InRange(station.Waits.Count / (run.Came * 3 / 8.0), 0.95, 1.05));
    }

    [Fact]
    public void Who_goes_first_waits_less_and_no_work_is_lost()
    {
        Station[] plain = [new("worker", 1)];
        Assert.False(plain[0].Enter(0, default) && plain[0].Enter(0, new Moment(1, 0, 0)));
        plain[0].Enter(1, new Moment(2, 0, 0), first: true);
        plain[0].Leave(2);

        Assert.True(plain[0].Admit(2, out var next));
        Assert.Equal(2, next.Job);
        plain[0].Leave(3);
        Assert.True(plain[0].Admit(3, out next));
        Assert.Equal(1, next.Job);
    }

    /// <summary>Graphs of up to eight nodes, each after some of those before it; station 0 is the one whose servers are kept.</summary>
    private static Gen<(JobGraph Graph, Station[] Stations, double Rate, int Seed)> Systems() =>
        from nodes in Gen.Choose(1, 8)
        from stations in Gen.Choose(1, 3).ArrayOf(4)
        from seed in Gen.Choose(1, int.MaxValue)
        from rate in Gen.Choose(1, 40)
        select (Graph(nodes, new Random(seed)), stations.Select((servers, at) => new Station($"{at}", servers)).ToArray(), rate / 20.0, seed);

    private static JobGraph Graph(int nodes, Random random)
    {
        var graph = new JobGraph();
        for (var node = 0; node < nodes; node++)
        {
            int[] after = [.. Enumerable.Range(0, node).Where(_ => random.Next(3) == 0)];
            Step[] steps = [.. Enumerable.Range(0, random.Next(4)).Select(_ => new Step(StepKind.Serve, random.Next(1, 4), 0.1 * random.Next(1, 10)))];
            graph.Add(random.Next(3) == 0 && steps.Length > 0
                ? [new Step(StepKind.Take, 0), .. steps, new Step(StepKind.Give, 0)]
                : steps, after);
        }

        return graph;
    }
}
