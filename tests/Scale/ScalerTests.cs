using SoraFunctions.Benchmarks.Scale.Queueing;

namespace SoraFunctions.Scale.Tests;

public sealed class ScalerTests
{
    [Fact]
    public void Servers_come_after_the_cold_start_and_go_after_the_cooldown()
    {
        var station = new Station("replicas", 50);
        var scaler = new Scaler { Brings = [(station, 1)], Least = 1, Most = 50, Lag = 40 };
        scaler.Begin(1);
        foreach (var job in Enumerable.Range(0, 20))
        {
            station.Enter(0, new Moment(job, 0, 0));
        }

        Assert.Equal([1, 1, 20], Looks(30, 60, 90));
        while (station.Busy + station.Waiting > 0)
        {
            while (station.Admit(100, out _))
            {
            }

            station.Leave(100);
        }

        Assert.Equal([20, 20, 1], Looks(120, 390, 420));

        int[] Looks(params double[] times) => [.. times.Select(now =>
        {
            scaler.Look(now);
            return station.Servers;
        })];
    }

    [Fact]
    public void A_scaled_station_carries_a_load_that_its_first_server_could_not()
    {
        var station = new Station("replicas", 50);
        var scaler = new Scaler { Brings = [(station, 1)], Least = 1, Most = 50, Lag = 40 };
        scaler.Begin(1);
        var graph = new JobGraph();
        graph.Add([new Step(StepKind.Serve, 0, 10, Spread.Some)]);
        var run = new Simulation(graph, [station], [scaler], 1);
        run.Run(Queues.Steady(2, 120));

        Assert.Equal(run.Came, run.Ended);
        Assert.InRange(run.Times.Quantile(0.5), 7, 13);
        Assert.InRange(scaler.UnitArea / run.End, 20, 40);
        Assert.True(scaler.MostUnits <= 50);
    }

    [Fact]
    public void Jobs_that_come_while_there_is_no_server_wait_for_the_first()
    {
        var station = new Station("replicas", 5);
        var scaler = new Scaler { Brings = [(station, 1)], Least = 0, Most = 5, Lag = 40 };
        scaler.Begin(0);
        var graph = new JobGraph();
        graph.Add([new Step(StepKind.Serve, 0, 1)]);
        var run = new Simulation(graph, [station], [scaler], 3);
        run.Run(new Arrivals([0.2]));

        Assert.True(run.Came > 0);
        Assert.Equal(run.Came, run.Ended);
        Assert.True(run.Times.Quantile(1) > 40);
    }
}
