using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Local.Tests.Durable;

public class ForeignTaskTests
{
    private static readonly Activity<int, int> Work = new("Work", 1);
    private static readonly Orchestration<int, int> Flow = new("Flow");

    [Fact]
    public async Task Awaiting_a_task_of_another_making_fails_the_instance() => await Fails(async (_, input) =>
    {
        await Task.Delay(1);
        return input;
    });

    [Fact]
    public async Task Awaiting_a_thread_fails_the_instance() => await Fails(async (context, input) =>
    {
        var call = context.Call(Work, input);
        await Task.Run(() => Thread.SpinWait(1_000_000));
        return await call;
    });

    [Fact]
    public async Task Leaving_the_turn_by_ConfigureAwait_fails_the_instance() => await Fails(async (context, input) =>
        await context.Call(Work, await context.Call(Work, input).ConfigureAwait(false)));

    [Fact]
    public async Task Awaiting_what_nobody_will_complete_fails_the_instance() => await Fails(async (_, input) =>
    {
        await new TaskCompletionSource().Task;
        return input;
    });

    [Fact]
    public async Task Calling_from_another_thread_fails_the_instance() => await Fails((context, input) =>
        Task.Run(() => context.Call(Work, input)));

    [Fact]
    public async Task Combining_and_yielding_is_allowed()
    {
        await using var rig = await new Rig().Start(Catalog(async (context, input) =>
        {
            await Task.Yield();
            var first = await await Task.WhenAny(context.Call(Work, input), context.Call(Work, input));
            var all = await Task.WhenAll(context.Call(Work, first), Twice(context, first), Task.FromResult(1));
            return all.Sum();
        }));

        Assert.Equal(15, (await rig.Run(Flow, 5)).Output!.Value.GetInt32() - 1);

        static async Task<int> Twice(IOrchestrationContext context, int input)
        {
            var once = await context.Call(Work, input);
            return once + await context.Call(Work, input);
        }
    }

    private static async Task Fails(Func<IOrchestrationContext, int, Task<int>> code)
    {
        await using var rig = await new Rig().Start(Catalog(code));

        var end = await rig.Run(Flow, 1);

        Assert.Equal(InstanceState.Failed, end.State);
        Assert.StartsWith("The orchestration awaited something that its context did not give out.", end.Error);
        Assert.Contains("It may await only", end.Error);
    }

    private static OrchestrationCatalog Catalog(Func<IOrchestrationContext, int, Task<int>> code) =>
        new OrchestrationCatalog().Add(Work, input => input).Add(Flow, code);
}
