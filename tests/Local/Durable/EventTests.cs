using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Local.Tests.Durable;

public class EventTests
{
    private static readonly Orchestration<int, string> Flow = new("Flow");
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task An_event_reaches_the_instance_that_waits_for_it()
    {
        await using var rig = await new Rig { Clock = _clock }.Start(Catalog(waits: 1));
        await rig.Runner.Start(Flow, "one", 0, rig.Patience);
        await _clock.TimersSet(1, rig.Patience);

        await rig.Runner.Raise("one", "other", "no", rig.Patience);
        await rig.Runner.Raise("one", "paid", "yes", rig.Patience);

        Assert.Equal("yes", (await rig.End()).Output!.Value.GetString());
    }

    [Fact]
    public async Task Events_raised_before_the_wait_are_kept_in_order()
    {
        await using var rig = await new Rig { Clock = _clock }.Start(Catalog(waits: 3, delayFirst: true));
        await rig.Runner.Start(Flow, "one", 0, rig.Patience);
        foreach (var word in (string[])["a", "b", "c"])
        {
            await rig.Runner.Raise("one", "paid", word, rig.Patience);
        }

        await _clock.TimersSet(1, rig.Patience);
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("abc", (await rig.End()).Output!.Value.GetString());
    }

    [Fact]
    public async Task Early_events_survive_a_restart_and_count_once()
    {
        await using var rig = await new Rig { Clock = _clock }.Start(Catalog(waits: 3, delayFirst: true));
        await rig.Runner.Start(Flow, "one", 0, rig.Patience);
        await rig.Runner.Raise("one", "paid", "a", rig.Patience);
        await rig.Restart(Catalog(waits: 3, delayFirst: true));
        await rig.Runner.Raise("one", "paid", "b", rig.Patience);
        await _clock.TimersSet(1, rig.Patience);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await _clock.TimersSet(1, rig.Patience);
        await rig.Restart(Catalog(waits: 3, delayFirst: true));
        await rig.Runner.Raise("one", "paid", "c", rig.Patience);

        Assert.Equal("abc", (await rig.End()).Output!.Value.GetString());
    }

    [Fact]
    public async Task A_wait_that_takes_too_long_times_out_and_stays_timed_out()
    {
        await using var rig = await new Rig { Clock = _clock }.Start(TimingOut());
        await rig.Runner.Start(Flow, "one", 0, rig.Patience);
        await _clock.TimersSet(1, rig.Patience);
        _clock.Advance(TimeSpan.FromHours(1));
        await rig.Until(status => status == "too late");

        await rig.Restart(TimingOut());
        await rig.Runner.Raise("one", "paid", "second wait", rig.Patience);

        Assert.Equal("The event 'paid' did not come in time. second wait", (await rig.End()).Output!.Value.GetString());

        static OrchestrationCatalog TimingOut() => new OrchestrationCatalog().Add(Flow, async (context, _) =>
        {
            var late = await Assert.ThrowsAsync<TimeoutException>(() => context.WaitFor<string>("paid", TimeSpan.FromHours(1)));
            context.SetStatus("too late");
            return $"{late.Message} {await context.WaitFor<string>("paid", TimeSpan.FromHours(1))}";
        });
    }

    [Fact]
    public async Task Two_waits_for_one_name_are_served_in_turn()
    {
        await using var rig = await new Rig { Clock = _clock }.Start(new OrchestrationCatalog().Add(Flow, async (context, _) =>
            string.Concat(await Task.WhenAll(
                context.WaitFor<string>("paid", TimeSpan.FromHours(1)), context.WaitFor<string>("paid", TimeSpan.FromHours(1))))));
        await rig.Runner.Start(Flow, "one", 0, rig.Patience);

        await rig.Runner.Raise("one", "paid", "a", rig.Patience);
        await rig.Runner.Raise("one", "paid", "b", rig.Patience);

        Assert.Equal("ab", (await rig.End()).Output!.Value.GetString());
    }

    [Fact]
    public async Task A_wait_without_end_is_allowed()
    {
        await using var rig = await new Rig { Clock = _clock }.Start(new OrchestrationCatalog().Add(Flow, (context, _) =>
            context.WaitFor<string>("paid", Timeout.InfiniteTimeSpan)));
        await rig.Runner.Start(Flow, "one", 0, rig.Patience);
        await rig.Runner.Raise("one", "paid", "at last", rig.Patience);

        Assert.Equal("at last", (await rig.End()).Output!.Value.GetString());
    }

    [Fact]
    public async Task An_event_for_nobody_changes_nothing()
    {
        await using var rig = await new Rig { Clock = _clock }.Start(Catalog(waits: 1));

        await rig.Runner.Raise("nobody", "paid", "yes", rig.Patience);

        Assert.Null(await rig.Runner.Find("nobody", rig.Patience));
    }

    [Fact]
    public async Task A_payload_of_another_shape_fails_the_wait()
    {
        await using var rig = await new Rig { Clock = _clock }.Start(Catalog(waits: 1));
        await rig.Runner.Start(Flow, "one", 0, rig.Patience);
        await rig.Runner.Raise("one", "paid", 17, rig.Patience);

        Assert.StartsWith("The recorded result of event 'paid' can't be read as String:", (await rig.End()).Error);
    }

    private static OrchestrationCatalog Catalog(int waits, bool delayFirst = false) => new OrchestrationCatalog()
        .Add(Flow, async (context, _) =>
        {
            if (delayFirst)
            {
                await context.Delay(TimeSpan.FromMinutes(1));
            }

            var words = "";
            for (var wait = 0; wait < waits; wait++)
            {
                words += await context.WaitFor<string>("paid", TimeSpan.FromHours(1));
            }

            return words;
        });
}
