using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Local.Tests.Durable;

public class CancellationTests
{
    private static readonly Activity<int, int> Work = new("Work", 1);
    private static readonly Orchestration<int, int> Flow = new("Flow");

    [Fact]
    public async Task Cancelling_ends_the_instance_its_subs_and_their_activities()
    {
        var begun = new TaskCompletionSource();
        var stopped = new TaskCompletionSource();
        await using var rig = await new Rig().Start(Nested(async cancellation =>
        {
            begun.SetResult();
            await using var registration = cancellation.Register(() => stopped.SetResult());
            await Task.Delay(Timeout.Infinite, cancellation);
        }));
        await rig.Runner.Start(Flow, "one", 2, rig.Patience);
        await begun.Task.WaitAsync(rig.Patience);

        await rig.Runner.Cancel("one", "The customer changed his mind.", rig.Patience);

        foreach (var id in (string[])["one", "one/sub", "one/sub/sub"])
        {
            var end = await rig.End(id);
            Assert.Equal((InstanceState.Cancelled, "The customer changed his mind."), (end.State, end.Error));
        }

        await stopped.Task.WaitAsync(rig.Patience);
        Assert.Equal(0, rig.Runner.InFlight);
    }

    [Fact]
    public async Task A_cancelled_instance_stays_so_after_a_restart()
    {
        var runs = 0;
        var begun = new TaskCompletionSource();
        Task Code(CancellationToken cancellation)
        {
            Interlocked.Increment(ref runs);
            begun.TrySetResult();
            return Task.Delay(Timeout.Infinite, cancellation);
        }

        await using var rig = await new Rig().Start(Nested(Code));
        await rig.Runner.Start(Flow, "one", 1, rig.Patience);
        await begun.Task.WaitAsync(rig.Patience);
        await rig.Runner.Cancel("one", "no", rig.Patience);

        await rig.Restart(Nested(Code));

        Assert.Equal(InstanceState.Cancelled, (await rig.End()).State);
        Assert.Equal(0, rig.Runner.InFlight);
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task An_activity_that_ignores_its_token_has_its_result_dropped()
    {
        var begun = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        await using var rig = await new Rig().Start(Nested(async _ =>
        {
            begun.SetResult();
            await go.Task;
        }));
        await rig.Runner.Start(Flow, "one", 0, rig.Patience);
        await begun.Task.WaitAsync(rig.Patience);
        await rig.Runner.Cancel("one", "no", rig.Patience);

        go.SetResult();
        await rig.Stop();

        Assert.Equal(0, rig.Query("SELECT count(*) FROM steps"));
    }

    [Fact]
    public async Task Cancelling_what_has_ended_changes_nothing()
    {
        await using var rig = await new Rig().Start(Nested(_ => Task.CompletedTask));
        await rig.Run(Flow, 0);

        await rig.Runner.Cancel("one", "too late", rig.Patience);
        await rig.Runner.Cancel("nobody", "who", rig.Patience);

        Assert.Equal(InstanceState.Completed, (await rig.End()).State);
    }

    private static OrchestrationCatalog Nested(Func<CancellationToken, Task> work) => new OrchestrationCatalog()
        .Add(Work, async (input, cancellation) =>
        {
            await work(cancellation);
            return input;
        })
        .Add(Flow, (context, depth) => depth == 0
            ? context.Call(Work, depth)
            : context.CallSub(Flow, $"{context.InstanceId}/sub", depth - 1));
}
