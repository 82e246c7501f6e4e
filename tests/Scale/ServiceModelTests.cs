using SoraFunctions.Benchmarks.Scale.Queueing;
using SoraFunctions.Benchmarks.Scale.Service;

namespace SoraFunctions.Scale.Tests;

public sealed class ServiceModelTests
{
    private static readonly Measured _measured = Measured.Read(Path.Combine(AppContext.BaseDirectory, "Scale", "measured.json"));

    [Fact]
    public void The_calls_are_those_of_the_orchestrations()
    {
        var calls = CallTrace.Of(["web"], 2, 1);

        Assert.Equal("Moderate|ExpandStoryboard|PrepareLink|Rendition|StampProvenance|RegisterRendition|AttachCommerce|DeliverVideo|Webhook", Words(calls));
        var rendition = calls.Waves.SelectMany(wave => wave).Single(call => call.Name == "Rendition").Sub!;
        Assert.Equal("PlanShots|RenderShot,RenderShot|CutVideo|JudgeCut", Words(rendition));

        static string Words(Traced traced) => string.Join('|', traced.Waves.Select(wave => string.Join(',', wave.Select(call => call.Name))));
    }

    [Theory]
    [InlineData(1, 4, 1)]
    [InlineData(3, 6, 2)]
    public void Actions_are_one_for_each_orchestration_and_two_for_each_call(int channels, int shots, int webhooks)
    {
        var calls = CallTrace.Of([.. Enumerable.Range(0, channels).Select(at => $"{at}")], shots, webhooks);

        var orchestrations = 1 + channels + webhooks;
        var asked = 5 + channels + webhooks + (channels * (shots + 5)) + webhooks;
        Assert.Equal(orchestrations + (2 * asked), calls.Actions);
    }

    [Fact]
    public void The_graph_takes_the_actions_that_were_traced_and_callbacks_take_three_more_for_each_job()
    {
        var model = new ServiceModel(new ScaleOptions(), _measured);
        var callbacks = new ServiceModel(new ScaleOptions { Callbacks = true }, _measured);

        Assert.Equal(model.Calls.Actions, model.Actions);
        Assert.Equal(model.Actions + (3 * (model.Shots.Count + 2)), callbacks.Actions);
    }

    [Fact]
    public void What_is_simulated_agrees_with_arithmetic()
    {
        var day = Day.Simulate(new ScaleOptions { VideosPerDay = 5_000, Webhooks = 2 }, _measured);

        var loads = day.Model.Loads();
        Assert.InRange(day.Run.Came, 4_700, 5_300);
        foreach (var (at, station) in day.Model.Stations.Index().Where(row => !row.Item.Name.Contains("slots") && row.Item.Name != "control queues"))
        {
            Assert.InRange(station.BusyArea / (loads[at] * day.Run.Came), 0.97, 1.03);
        }
    }

    [Fact]
    public void The_workers_saturate_at_the_load_that_arithmetic_gives()
    {
        var small = new ScaleOptions { Replicas = 20, Campaigns = 0 };
        var limit = Limit.Of(small, _measured)[0];
        Assert.Equal("worker replicas", limit.Name);

        var below = Day.Simulate(small with { VideosPerDay = 0.8 * limit.BreaksAt }, _measured);
        var above = Day.Simulate(small with { VideosPerDay = 1.3 * limit.BreaksAt }, _measured);
        Assert.True(below.Run.Times.Quantile(0.95) < 180);
        Assert.True(above.Run.Times.Quantile(0.95) > 1800);
    }

    [Fact]
    public void Callbacks_free_the_slots_that_long_polls_hold()
    {
        var crowded = new ScaleOptions { VideosPerDay = 30_000, GpuSeconds = 20, Gpus = 60, Seconds = 8, Campaigns = 0 };
        var polls = Day.Simulate(crowded, _measured);
        var events = Day.Simulate(crowded with { Callbacks = true }, _measured);

        static double Slots(Day day) => day.Model.Stations.Single(station => station.Name == "activity slots").BusyArea / day.Run.Came;
        Assert.True(Slots(polls) > 20 * Slots(events));
    }

    [Fact]
    public void A_day_has_as_many_videos_as_it_should_and_its_peak_is_above_its_mean()
    {
        var day = DayCurve.Day(86_400, 0.1);

        Assert.Equal(86_400, day.Expected, 1e-6);
        Assert.InRange(day.Peak, 2, 6);
        Assert.Equal(86_400, DayCurve.Day(86_400, 0).Expected, 1e-6);
        Assert.InRange(DayCurve.Day(86_400, 0).Peak, 1.5, 2.5);
    }

    [Fact]
    public void Every_station_and_flow_that_has_a_limit_says_what_takes_its_place()
    {
        var all = Enum.GetValues<Backend>().SelectMany(backend => Limit.Of(new ScaleOptions { Backend = backend, GpuSeconds = 10 }, _measured));

        Assert.All(all, limit => Assert.NotEmpty(limit.Remedy));
    }
}
