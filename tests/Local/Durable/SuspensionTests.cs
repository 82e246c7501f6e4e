using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Local.Tests.Durable;

public class SuspensionTests
{
    private static readonly Activity<int, int> Work = new("Work", 1);
    private static readonly Orchestration<int, int> Flow = new("Flow");

    [Fact]
    public async Task A_held_instance_begins_nothing_new_but_keeps_the_result_of_what_runs()
    {
        var runs = 0;
        var begun = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        await using var rig = await new Rig().Start(Twice(async input =>
        {
            Interlocked.Increment(ref runs);
            begun.TrySetResult();
            await go.Task;
            return input + 1;
        }));
        await rig.Runner.Start(Flow, "one", 0, rig.Patience);
        await begun.Task.WaitAsync(rig.Patience);

        await rig.Runner.Suspend("one", "The customer thinks.", rig.Patience);
        go.SetResult();
        await rig.UntilTrue(() => rig.Query("SELECT count(*) FROM steps WHERE arrival IS NOT NULL") == 1);

        Assert.Equal(InstanceState.Suspended, (await rig.Runner.Find("one", rig.Patience))!.State);
        Assert.Equal(1, runs);

        await rig.Runner.Resume("one", "He is done.", rig.Patience);

        Assert.Equal("2", (await rig.End()).Output!.Value.GetRawText());
        Assert.Equal(2, runs);
    }

    [Fact]
    public async Task A_held_instance_stays_held_over_a_restart()
    {
        await using var rig = await new Rig().Start(Waiting());
        await rig.Runner.Start(Flow, "one", 0, rig.Patience);
        await rig.Runner.Suspend("one", "wait", rig.Patience);
        await rig.Runner.Raise("one", "go", 5, rig.Patience);

        await rig.Restart(Waiting());

        Assert.Equal(InstanceState.Suspended, (await rig.Runner.Find("one", rig.Patience))!.State);
        await rig.Runner.Resume("one", "go on", rig.Patience);
        Assert.Equal("5", (await rig.End()).Output!.Value.GetRawText());
    }

    [Fact]
    public async Task A_retry_that_comes_due_waits_until_the_instance_is_resumed()
    {
        var clock = new ManualClock();
        var runs = 0;
        await using var rig = await new Rig { Clock = clock }.Start(new OrchestrationCatalog()
            .Add(Work, (_, _) => ++runs == 1 ? throw new IOException("busy") : Task.FromResult(7))
            .Add(Flow, (context, input) => context.Call(Work, input, RetryPolicy.Standard)));
        await rig.Runner.Start(Flow, "one", 0, rig.Patience);
        await clock.TimersSet(1, rig.Patience);
        await rig.Runner.Suspend("one", "wait", rig.Patience);

        clock.Advance(TimeSpan.FromMinutes(1));
        await clock.TimersSet(0, rig.Patience);
        await rig.Runner.Resume("one", "go on", rig.Patience);

        Assert.Equal("7", (await rig.End()).Output!.Value.GetRawText());
        Assert.Equal(2, runs);
    }

    [Fact]
    public async Task A_held_instance_can_be_cancelled_and_one_that_has_ended_can_not_be_held()
    {
        await using var rig = await new Rig().Start(Waiting());
        await rig.Runner.Start(Flow, "one", 0, rig.Patience);
        await rig.Runner.Suspend("one", "wait", rig.Patience);

        await rig.Runner.Cancel("one", "no more", rig.Patience);
        await rig.Runner.Suspend("one", "again", rig.Patience);

        Assert.Equal(InstanceState.Cancelled, (await rig.End()).State);
    }

    private static OrchestrationCatalog Twice(Func<int, Task<int>> work) => new OrchestrationCatalog()
        .Add(Work, (input, _) => work(input))
        .Add(Flow, async (context, input) => await context.Call(Work, await context.Call(Work, input)));

    private static OrchestrationCatalog Waiting() => new OrchestrationCatalog()
        .Add(Flow, (context, _) => context.WaitFor<int>("go", TimeSpan.FromHours(1)));
}
