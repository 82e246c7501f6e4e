using SoraFunctions.Contract.Renders;
using SoraFunctions.Service.Stores;
using SoraFunctions.Service.Tests.Stores;

namespace SoraFunctions.Service.Tests.Replicas;

/// <summary>Replicas over one store that do not have the same engines.</summary>
public sealed class ReplicaEnginesTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sora-replicas-").FullName;
    private DeskUnderTest _plain = null!;
    private DeskUnderTest _painter = null!;

    public async Task InitializeAsync()
    {
        _plain = Replica("plain");
        _painter = Replica("painter 2.1");
        while (Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Count(file => file.Contains("engines", StringComparison.Ordinal)) < 2)
        {
            await Task.Delay(10);
        }
    }

    public async Task DisposeAsync()
    {
        await _plain.DisposeAsync();
        await _painter.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Any_replica_tells_the_engines_of_all_and_which_are_elsewhere()
    {
        var engines = await _plain.Worker.Engines(default);
        Assert.Equal(["painter 2.1", "plain"], engines.Select(engine => engine.Name));
        Assert.Contains("other replicas", Assert.Single(engines[0].Abilities!.Notes));
        Assert.Empty(engines[1].Abilities!.Notes);
        Assert.Equal(["plain"], _plain.Desk.Present.Select(engine => engine.Name));
    }

    [Fact]
    public async Task A_shot_waits_for_a_replica_that_has_its_engine()
    {
        foreach (var seed in new[] { 1, 2, 3 })
        {
            await _plain.Worker.Submit($"painted{seed}", For("painter 2.1", seed), default);
            await _painter.Worker.Submit($"plain{seed}", For("plain", 10 + seed), default);
        }

        foreach (var seed in new[] { 1, 2, 3 })
        {
            Assert.Equal(RenderState.Completed, (await _plain.Worker.End($"painted{seed}")).State);
            Assert.Equal(RenderState.Completed, (await _painter.Worker.End($"plain{seed}")).State);
        }

        Assert.Equal([1, 2, 3], _painter.Engine.Seeds.Order());
        Assert.Equal([11, 12, 13], _plain.Engine.Seeds.Order());
    }

    [Fact]
    public async Task A_replica_that_sleeps_finds_the_shots_that_waited_for_it()
    {
        await _painter.DisposeAsync();
        await _plain.Worker.Submit("k", For("painter 2.1", 1), default);
        Assert.Equal(RenderState.Queued, (await _plain.Worker.Status("k", 0, TimeSpan.FromSeconds(0.3), default))!.State);

        _painter = Replica("painter 2.1");
        Assert.Equal(RenderState.Completed, (await _plain.Worker.End("k")).State);
        Assert.Empty(_plain.Engine.Seeds);
    }

    [Fact]
    public async Task An_engine_that_no_replica_has_is_refused_and_those_of_all_are_named()
    {
        var refused = await _plain.Worker.Submit("k", For("sculptor", 1), default);
        Assert.Equal("no_engine", refused.Error!.Code);
        Assert.Contains("installed are: painter 2.1, plain", refused.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_without_room_for_its_word_does_not_keep_a_replica_from_closing_in_good_order()
    {
        var store = new FaultyStore(new FolderStore(Path.Combine(_folder, "full"))) { IsFull = true };
        var desk = new DeskUnderTest(options => options with { Store = store, Look = TimeSpan.FromSeconds(0.05) });
        await Task.Delay(200);

        Assert.Equal(["fake"], (await desk.Worker.Engines(default)).Select(engine => engine.Name));
        await desk.DisposeAsync();
    }

    private static ShotJob For(string engine, long seed) => new(Jobs.Shot(seed).Order with { Engine = engine });

    private DeskUnderTest Replica(string engine) => new(
        options => options with { Store = new FolderStore(_folder), Beat = TimeSpan.FromSeconds(0.1), Look = TimeSpan.FromSeconds(0.05) }, engine: engine);
}
