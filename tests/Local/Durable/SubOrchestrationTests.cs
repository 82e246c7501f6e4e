using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Local.Tests.Durable;

public class SubOrchestrationTests
{
    private static readonly Activity<int, int> Work = new("Work", 1);
    private static readonly Orchestration<int, int> Parent = new("Parent");
    private static readonly Orchestration<int, int> Child = new("Child");

    [Fact]
    public async Task A_parent_gets_the_results_of_its_subs()
    {
        await using var rig = await new Rig().Start(Catalog((context, n) => context.Call(Work, n)));

        Assert.Equal(12, (await rig.Run(Parent, 3)).Output!.Value.GetInt32());
        Assert.Equal(InstanceState.Completed, (await rig.Runner.Find("one/2", default))!.State);
    }

    [Fact]
    public async Task A_sub_that_ended_before_a_restart_is_not_run_again()
    {
        var runs = 0;
        Task<int> Code(IOrchestrationContext context, int n) =>
            n == 2 ? context.WaitFor<int>("go", TimeSpan.FromDays(1)) : context.Call(Work, n);
        OrchestrationCatalog Counting() => Catalog(Code, input =>
        {
            Interlocked.Increment(ref runs);
            return input * 2;
        });
        await using var rig = await new Rig().Start(Counting());
        await rig.Runner.Start(Parent, "one", 3, rig.Patience);
        await rig.UntilTrue(() => rig.Query("SELECT count(*) FROM instances WHERE state = 1") == 2);

        await rig.Restart(Counting());
        await rig.Runner.Raise("one/2", "go", 10, rig.Patience);

        Assert.Equal(18, (await rig.End()).Output!.Value.GetInt32());
        Assert.Equal(2, runs);
    }

    [Fact]
    public async Task The_failure_of_a_sub_reaches_its_parent_with_its_code()
    {
        ActivityFailedException? seen = null;
        await using var rig = await new Rig().Start(new OrchestrationCatalog()
            .Add(Work, (_, _) => Task.FromException<int>(new FinalException("no_consent", "Ask her first.")))
            .Add(Child, (context, n) => context.Call(Work, n))
            .Add(Parent, async (context, n) =>
            {
                seen = await Assert.ThrowsAsync<ActivityFailedException>(() => context.CallSub(Child, "sub", n));
                return 0;
            }));

        Assert.Equal(InstanceState.Completed, (await rig.Run(Parent, 1)).State);
        Assert.Equal(("Child", "no_consent", "Ask her first."), (seen!.Name, seen.Code, seen.Message));
        Assert.Equal(InstanceState.Failed, (await rig.Runner.Find("sub", default))!.State);
    }

    [Fact]
    public async Task The_cancellation_of_a_sub_reaches_its_parent()
    {
        await using var rig = await new Rig().Start(new OrchestrationCatalog()
            .Add(Child, (context, _) => context.WaitFor<int>("go", TimeSpan.FromDays(1)))
            .Add(Parent, async (context, n) =>
            {
                context.SetStatus("begun");
                var failed = await Assert.ThrowsAsync<ActivityFailedException>(() => context.CallSub(Child, "sub", n));
                Assert.Equal("cancelled", failed.Code);
                return 1;
            }));
        await rig.Runner.Start(Parent, "one", 0, rig.Patience);
        await rig.UntilTrue(async () => await rig.Runner.Find("sub", default) is not null);

        await rig.Runner.Cancel("sub", "not wanted", rig.Patience);

        Assert.Equal(InstanceState.Completed, (await rig.End()).State);
    }

    [Fact]
    public async Task An_instance_that_exists_is_waited_for_and_not_started_twice()
    {
        var runs = 0;
        await using var rig = await new Rig().Start(Catalog((context, n) => context.Call(Work, n), input =>
        {
            Interlocked.Increment(ref runs);
            return input;
        }));
        await rig.Run(Child, 100, "one/1");

        Assert.Equal(100 + 2, (await rig.Run(Parent, 2)).Output!.Value.GetInt32());
        Assert.Equal(2, runs);
    }

    [Fact]
    public async Task An_id_that_another_orchestration_has_taken_fails_the_call()
    {
        await using var rig = await new Rig().Start(Catalog((context, n) => context.Call(Work, n)));
        await rig.Run(Parent, 0, "one/1");

        Assert.Equal("The instance 'one/1' exists and runs 'Parent', not 'Child'.", (await rig.Run(Parent, 1)).Error);
    }

    [Fact]
    public async Task An_instance_can_not_wait_for_itself_not_even_through_others()
    {
        await using var rig = await new Rig().Start(new OrchestrationCatalog()
            .Add(Parent, (context, n) => n == 0
                ? context.CallSub(Parent, "one", 0)
                : context.CallSub(Parent, $"{context.InstanceId}/sub", n - 1)));

        Assert.StartsWith("The instance 'one' can't wait for itself", (await rig.Run(Parent, 0)).Error);
        await rig.Runner.Purge("one", rig.Patience);
        Assert.StartsWith("The instance 'one' can't wait for itself", (await rig.Run(Parent, 2)).Error);
    }

    private static OrchestrationCatalog Catalog(
        Func<IOrchestrationContext, int, Task<int>> child, Func<int, int>? work = null) => new OrchestrationCatalog()
        .Add(Work, work ?? (input => input * 2))
        .Add(Child, child)
        .Add(Parent, async (context, n) => (await Task.WhenAll(
            Enumerable.Range(1, n).Select(i => context.CallSub(Child, $"{context.InstanceId}/{i}", i)))).Sum());
}
