using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Local.Tests.Durable;

public class InstanceTests
{
    private static readonly Activity<int, int> Work = new("Work", 1);
    private static readonly Orchestration<int, int> Flow = new("Flow");
    private static readonly Orchestration<int, int> Child = new("Child");

    [Fact]
    public async Task An_id_starts_one_instance_however_often_it_is_started()
    {
        var runs = 0;
        await using var rig = await new Rig().Start(Catalog(() => Interlocked.Increment(ref runs)));

        var started = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => rig.Runner.Start(Flow, "one", 1, rig.Patience)));
        await rig.End();
        await rig.Restart(Catalog(() => Interlocked.Increment(ref runs)));
        var again = await rig.Runner.Start(Flow, "one", 1, rig.Patience);

        Assert.Single(started, one => one);
        Assert.False(again);
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task Starting_what_the_catalog_lacks_is_refused()
    {
        await using var rig = await new Rig().Start(new OrchestrationCatalog());

        var error = await Assert.ThrowsAsync<ArgumentException>(() => rig.Runner.Start(Flow, "one", 1, rig.Patience));

        Assert.StartsWith("There is no orchestration 'Flow' in the catalog.", error.Message);
    }

    [Fact]
    public async Task An_exception_of_the_code_fails_the_instance_with_its_message()
    {
        await using var rig = await new Rig().Start(new OrchestrationCatalog()
            .Add(Flow, (_, _) => throw new InvalidDataException("Seven is not a colour.")));

        var end = await rig.Run(Flow, 1);

        Assert.Equal((InstanceState.Failed, "Seven is not a colour."), (end.State, end.Error));
        Assert.Null(end.Output);
    }

    [Fact]
    public async Task A_status_is_seen_at_once_and_kept_after_the_end()
    {
        await using var rig = await new Rig().Start(new OrchestrationCatalog().Add(Flow, async (context, _) =>
        {
            context.SetStatus(new { Progress = 10 });
            await context.WaitFor<int>("go", TimeSpan.FromDays(1));
            context.SetStatus(new { Progress = 100 });
            return 1;
        }));
        await rig.Runner.Start(Flow, "one", 1, rig.Patience);
        await rig.UntilTrue(async () =>
            (await rig.Runner.Find("one", default))!.CustomStatus?.GetProperty("Progress").GetInt32() == 10);

        await rig.Runner.Raise("one", "go", 1, rig.Patience);

        Assert.Equal(100, (await rig.End()).CustomStatus!.Value.GetProperty("Progress").GetInt32());
    }

    [Fact]
    public async Task Waiting_for_an_instance_that_does_not_exist_says_so()
    {
        await using var rig = await new Rig().Start(new OrchestrationCatalog());

        var error = await Assert.ThrowsAsync<KeyNotFoundException>(() => rig.Runner.WaitForEnd("nobody", rig.Patience));

        Assert.Equal("There is no orchestration instance 'nobody'.", error.Message);
        Assert.Null(await rig.Runner.Find("nobody", rig.Patience));
    }

    [Fact]
    public async Task Whoever_waits_may_stop_waiting()
    {
        await using var rig = await new Rig().Start(new OrchestrationCatalog()
            .Add(Flow, (context, _) => context.WaitFor<int>("go", TimeSpan.FromDays(1))));
        await rig.Runner.Start(Flow, "one", 1, rig.Patience);
        using var source = new CancellationTokenSource();
        var waiting = rig.Runner.WaitForEnd("one", source.Token);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(InstanceState.Running, (await rig.Runner.Find("one", default))!.State);
    }

    [Fact]
    public async Task A_run_can_go_on_as_a_new_one_for_ever_without_a_growing_history()
    {
        var runs = 0;
        await using var rig = await new Rig().Start(Looping());
        await rig.Runner.Start(Flow, "one", 0, rig.Patience);
        await rig.Runner.Raise("one", "go", 50, rig.Patience);

        var end = await rig.End();

        Assert.Equal(150, end.Output!.Value.GetInt32());
        Assert.Equal(100, runs);
        Assert.Equal(1, rig.Query("SELECT count(*) FROM steps"));
        Assert.Equal(100, rig.Query("SELECT run FROM instances"));

        OrchestrationCatalog Looping() => new OrchestrationCatalog()
            .Add(Work, input =>
            {
                runs++;
                return input + 1;
            })
            .Add(Flow, async (context, input) =>
            {
                if (input == 100)
                {
                    // Raised in the first run, taken in the last.
                    return input + await context.WaitFor<int>("go", TimeSpan.FromDays(1));
                }

                context.ContinueAsNew(await context.Call(Work, input));
                return 0;
            });
    }

    [Fact]
    public async Task What_an_old_run_left_open_does_not_disturb_the_new_one()
    {
        var stopped = new TaskCompletionSource();
        await using var rig = await new Rig().Start(new OrchestrationCatalog()
            .Add(Work, async (input, cancellation) =>
            {
                if (input == 0)
                {
                    await Task.Delay(Timeout.Infinite, cancellation).ContinueWith(_ => stopped.SetResult(), default(CancellationToken));
                }

                return input;
            })
            .Add(Flow, async (context, input) =>
            {
                var call = context.Call(Work, input);
                if (input == 0)
                {
                    await context.Delay(TimeSpan.Zero);
                    context.ContinueAsNew(5);
                    return 0;
                }

                return await call;
            }));

        Assert.Equal(5, (await rig.Run(Flow, 0)).Output!.Value.GetInt32());
        await stopped.Task.WaitAsync(rig.Patience);
    }

    [Fact]
    public async Task A_purged_instance_is_forgotten_with_its_subs()
    {
        await using var rig = await new Rig().Start(new OrchestrationCatalog()
            .Add(Work, input => input)
            .Add(Child, (context, n) => n > 1 ? context.CallSub(Child, $"{context.InstanceId}/sub", n - 1) : context.Call(Work, n))
            .Add(Flow, (context, n) => context.CallSub(Child, $"{context.InstanceId}/sub", n)));
        await rig.Run(Flow, 3);
        await rig.Run(Flow, 1, "two");

        Assert.True(await rig.Runner.Purge("one", rig.Patience));

        Assert.Null(await rig.Runner.Find("one", default));
        Assert.Equal(2, rig.Query("SELECT count(*) FROM instances"));
        Assert.Equal(0, rig.Query("SELECT count(*) FROM steps WHERE instance LIKE 'one%'"));
        Assert.False(await rig.Runner.Purge("one", rig.Patience));
        Assert.True(await rig.Runner.Start(Flow, "one", 1, rig.Patience));
    }

    [Fact]
    public async Task An_instance_in_flight_is_not_purged()
    {
        await using var rig = await new Rig().Start(new OrchestrationCatalog()
            .Add(Flow, (context, _) => context.WaitFor<int>("go", TimeSpan.FromDays(1))));
        await rig.Runner.Start(Flow, "one", 1, rig.Patience);

        Assert.False(await rig.Runner.Purge("one", rig.Patience));
        Assert.NotNull(await rig.Runner.Find("one", default));
    }

    private static OrchestrationCatalog Catalog(Action onRun) => new OrchestrationCatalog()
        .Add(Work, input =>
        {
            onRun();
            return input;
        })
        .Add(Flow, (context, input) => context.Call(Work, input));
}
