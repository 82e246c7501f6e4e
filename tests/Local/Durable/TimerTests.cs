using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Local.Tests.Durable;

public class TimerTests
{
    private static readonly Orchestration<int, DateTimeOffset> Flow = new("Flow");
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task A_delay_ends_when_the_clock_says_so()
    {
        await using var rig = await new Rig { Clock = _clock }.Start(Catalog());
        var started = _clock.GetUtcNow();
        await rig.Runner.Start(Flow, "one", 60, rig.Patience);
        await _clock.TimersSet(1, rig.Patience);

        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(InstanceState.Running, (await rig.Runner.Find("one", default))!.State);
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(started.AddHours(1), (await rig.End()).Output!.Value.GetDateTimeOffset());
    }

    [Fact]
    public async Task A_restart_does_not_lengthen_a_delay()
    {
        await using var rig = await new Rig { Clock = _clock }.Start(Catalog());
        await rig.Runner.Start(Flow, "one", 60, rig.Patience);
        await _clock.TimersSet(1, rig.Patience);
        _clock.Advance(TimeSpan.FromMinutes(50));

        await rig.Restart(Catalog());
        await _clock.TimersSet(1, rig.Patience);
        _clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(InstanceState.Completed, (await rig.End()).State);
    }

    [Fact]
    public async Task A_delay_that_ran_out_while_the_process_was_down_ends_at_the_start()
    {
        await using var rig = await new Rig { Clock = _clock }.Start(Catalog());
        await rig.Runner.Start(Flow, "one", 60, rig.Patience);
        await rig.Stop();
        _clock.Advance(TimeSpan.FromDays(1));

        await rig.Start(Catalog());

        Assert.Equal(InstanceState.Completed, (await rig.End()).State);
    }

    [Fact]
    public async Task A_delay_may_be_longer_than_a_timer_reaches()
    {
        await using var rig = await new Rig { Clock = _clock }.Start(Catalog());
        await rig.Runner.Start(Flow, "one", 60 * 24 * 100, rig.Patience);
        for (var day = 0; day < 100; day++)
        {
            await _clock.TimersSet(1, rig.Patience);
            Assert.Equal(InstanceState.Running, (await rig.Runner.Find("one", default))!.State);
            _clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(InstanceState.Completed, (await rig.End()).State);
    }

    [Fact]
    public async Task A_negative_delay_fails_the_instance()
    {
        await using var rig = await new Rig { Clock = _clock }.Start(Catalog());

        Assert.Equal(InstanceState.Failed, (await rig.Run(Flow, -1)).State);
    }

    [Fact]
    public async Task A_delay_that_lost_a_race_keeps_no_timer_once_the_instance_has_ended()
    {
        await using var rig = await new Rig { Clock = _clock }.Start(new OrchestrationCatalog()
            .Add(Flow, async (context, _) =>
            {
                await Task.WhenAny(context.Delay(TimeSpan.FromDays(1)), context.WaitFor<int>("go", TimeSpan.FromDays(2)));
                return context.Now;
            }));
        await rig.Runner.Start(Flow, "one", 0, rig.Patience);
        await _clock.TimersSet(2, rig.Patience);

        await rig.Runner.Raise("one", "go", 1, rig.Patience);

        await rig.End();
        await _clock.TimersSet(0, rig.Patience);
    }

    private static OrchestrationCatalog Catalog() => new OrchestrationCatalog()
        .Add(Flow, async (context, minutes) =>
        {
            await context.Delay(TimeSpan.FromMinutes(minutes));
            return context.Now;
        });
}
