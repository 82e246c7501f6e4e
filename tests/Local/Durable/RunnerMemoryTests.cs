using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Local.Tests.Durable;

/// <summary>Measures the memory of the whole process, so nothing else may run beside it.</summary>
[Collection(Alone)]
[CollectionDefinition(Alone, DisableParallelization = true)]
public class RunnerMemoryTests
{
    private const string Alone = "Alone";

    private static readonly Activity<int, int> Work = new("Work", 1);
    private static readonly Orchestration<int, int> Flow = new("Flow");

    [Fact]
    public async Task An_instance_that_waits_holds_little_memory()
    {
        const int Count = 2_000;
        await using var rig = await new Rig().Start(new OrchestrationCatalog()
            .Add(Work, input => input)
            .Add(Flow, async (context, n) => await context.Call(Work, n) + await context.WaitFor<int>("go", TimeSpan.FromDays(1))));
        await rig.Runner.Start(Flow, "warm", 0, rig.Patience);
        var before = Held();

        await Task.WhenAll(Enumerable.Range(0, Count).Select(n => rig.Runner.Start(Flow, $"{n}", n, rig.Patience)));
        await rig.UntilTrue(() => rig.Query("SELECT count(*) FROM steps WHERE arrival = 1") == Count + 1);

        Assert.InRange((Held() - before) / Count, 0, 8_000);
    }

    // What tests before this one left behind goes only once its finalizers have run, and what those let go of in the round after.
    private static long Held()
    {
        long held;
        var left = GC.GetTotalMemory(forceFullCollection: true);
        do
        {
            held = left;
            GC.WaitForPendingFinalizers();
            left = GC.GetTotalMemory(forceFullCollection: true);
        }
        while (left < held);
        return left;
    }
}
