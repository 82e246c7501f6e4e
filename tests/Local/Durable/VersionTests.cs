using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Local.Tests.Durable;

public class VersionTests
{
    private static readonly Orchestration<int, string> Flow = new("Flow");
    private static readonly Orchestration<int, string> Sub = new("Sub");

    [Fact]
    public async Task An_instance_ends_under_the_code_that_it_began_with_and_new_ones_begin_under_the_newest()
    {
        await using var rig = await new Rig().Start(First(new OrchestrationCatalog(1)));
        await rig.Runner.Start(Flow, "old", 0, rig.Patience);

        await rig.Restart(Second(First(new OrchestrationCatalog(2))));
        await rig.Runner.Start(Flow, "new", 0, rig.Patience);
        await rig.Runner.Raise("old", "go", 0, rig.Patience);

        Assert.Equal("first", (await rig.End("old")).Output!.Value.GetString());
        Assert.Equal("second", (await rig.End("new")).Output!.Value.GetString());
    }

    [Fact]
    public async Task A_sub_orchestration_has_the_version_of_its_parent()
    {
        await using var rig = await new Rig().Start(First(new OrchestrationCatalog(1)));
        await rig.Runner.Start(Flow, "old", 0, rig.Patience);
        await rig.Restart(Second(First(new OrchestrationCatalog(2)
            .Add(Sub, (_, _) => Task.FromResult("old sub")).Add(Sub, (_, _) => Task.FromResult("new sub"), since: 2))));

        await rig.Runner.Raise("old", "go", 1, rig.Patience);

        Assert.Equal("old sub", (await rig.End("old")).Output!.Value.GetString());
    }

    [Fact]
    public async Task An_instance_whose_code_is_not_kept_any_longer_fails_and_says_so()
    {
        await using var rig = await new Rig().Start(First(new OrchestrationCatalog(1)));
        await rig.Runner.Start(Flow, "old", 0, rig.Patience);

        await rig.Restart(Second(new OrchestrationCatalog(2)));

        var end = await rig.End("old");
        Assert.Equal(InstanceState.Failed, end.State);
        Assert.Contains("no code for version 1", end.Error);
    }

    [Fact]
    public void A_catalog_refuses_two_codes_since_the_same_version_and_codes_from_the_future()
    {
        var catalog = new OrchestrationCatalog(2).Add(Sub, (_, _) => Task.FromResult("one"));

        Assert.Throws<ArgumentException>(() => catalog.Add(Sub, (_, _) => Task.FromResult("two")));
        Assert.Throws<ArgumentOutOfRangeException>(() => catalog.Add(Sub, (_, _) => Task.FromResult("three"), since: 3));
    }

    private static OrchestrationCatalog First(OrchestrationCatalog catalog) => catalog.Add(Flow, async (context, _) =>
        await context.WaitFor<int>("go", TimeSpan.FromHours(1)) == 0
            ? "first"
            : await context.CallSub(Sub, $"{context.InstanceId}/sub", 0));

    private static OrchestrationCatalog Second(OrchestrationCatalog catalog) =>
        catalog.Add(Flow, (_, _) => Task.FromResult("second"), since: 2);
}
