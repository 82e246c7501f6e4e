using SoraFunctions.Contract.Renders;
using SoraFunctions.Service.Stores;
using SoraFunctions.Service.Tests.Stores;

namespace SoraFunctions.Service.Tests.Replicas;

/// <summary>Several desks over one store: any of them answers for any job.</summary>
public sealed class ReplicaTests : IAsyncLifetime
{
    private static readonly TimeSpan _long = TimeSpan.FromSeconds(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("sora-replicas-").FullName;
    private readonly List<DeskUnderTest> _desks = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var desk in _desks)
        {
            await desk.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A desk that shares its jobs with the others, with an engine of its own.</summary>
    private DeskUnderTest Replica(IStore? store = null, double lease = 20, Func<DeskOptions, DeskOptions>? change = null)
    {
        var desk = new DeskUnderTest(options => (change ?? (same => same))(options with
        {
            Store = store ?? new FolderStore(_folder),
            Lease = TimeSpan.FromSeconds(lease),
            Beat = TimeSpan.FromSeconds(0.1),
            Look = TimeSpan.FromSeconds(0.05),
        }));
        _desks.Add(desk);
        return desk;
    }

    private static void Hang(DeskUnderTest desk) => desk.Engine.Middle = (_, _, _, cancellation) => Task.Delay(Timeout.Infinite, cancellation);

    [Fact]
    public async Task Job_that_one_replica_does_is_known_to_the_other_with_its_outputs()
    {
        var (first, other) = (Replica(), Replica());
        var picture = await other.Worker.PutText("face");
        Assert.True(await first.Worker.Has(picture, default));

        await first.Worker.Submit("k", Jobs.Shot(1, picture), default);
        var end = await other.Worker.End("k");

        Assert.Equal(RenderState.Completed, end.State);
        Assert.Equal(FakeEngine.ClipOf(1, "face"), await other.Worker.Read(end.Outputs[0].Sha256));
        Assert.Equal(FakeEngine.ClipOf(1, "face"), await first.Worker.Read(end.Outputs[0].Sha256));
        Assert.Equal(1, first.Engine.Renders + other.Engine.Renders);
    }

    [Fact]
    public async Task Key_asked_for_at_all_replicas_at_once_is_rendered_once()
    {
        DeskUnderTest[] desks = [Replica(), Replica(), Replica()];
        await Task.WhenAll(Enumerable.Range(0, 30).Select(number => desks[number % 3].Worker.Submit($"k{number / 6}", Jobs.Shot(number / 6), default)));
        for (var key = 0; key < 5; key++)
        {
            Assert.Equal(RenderState.Completed, (await desks[key % 3].Worker.End($"k{key}")).State);
        }

        Assert.Equal([0, 1, 2, 3, 4], desks.SelectMany(desk => desk.Engine.Seeds).Order());
    }

    [Fact]
    public async Task Waiting_at_another_replica_wakes_when_the_job_moves_on()
    {
        var (first, other) = (Replica(), Replica());
        var go = new TaskCompletionSource();
        Hang(other);
        first.Engine.Middle = async (_, _, progress, cancellation) =>
        {
            progress.Report(0.4);
            await go.Task.WaitAsync(cancellation);
        };
        other.Engine.Middle = first.Engine.Middle;
        await first.Worker.Submit("k", Jobs.Shot(1), default);

        var moved = await Task.WhenAll(first.Worker.Status("k", 0, _long, default), other.Worker.Status("k", 0, _long, default));
        Assert.All(moved, status => Assert.Equal((RenderState.Running, 0.4), (status!.State, status.Progress)));
        var ends = Task.WhenAll(first.Worker.End("k"), other.Worker.End("k"));
        go.SetResult();
        Assert.All(await ends, end => Assert.Equal(RenderState.Completed, end.State));
    }

    [Fact]
    public async Task Job_cancelled_at_another_replica_stops_within_a_beat()
    {
        var first = Replica();
        Hang(first);
        await first.Worker.Submit("running", Jobs.Shot(1), default);
        await first.Engine.Begun;
        await first.Worker.Submit("queued", Jobs.Shot(2), default);
        await using var other = Replica(change: options => options with { Shots = 1 });
        _desks.Remove(other);
        Hang(other);

        await other.Worker.Cancel("running", default);
        await other.Worker.Cancel("queued", default);

        Assert.Equal("cancelled", (await other.Worker.End("running")).Error?.Code);
        Assert.Equal("cancelled", (await first.Worker.End("queued")).Error?.Code);
    }

    [Fact]
    public async Task Job_of_a_replica_that_falls_silent_is_taken_over()
    {
        var line = new FaultyStore(new FolderStore(_folder));
        var silent = Replica(line);
        Hang(silent);
        await silent.Worker.Submit("k", Jobs.Shot(1), default);
        await silent.Engine.Begun;
        line.IsDown = true;

        var other = Replica(lease: 0.8);

        Assert.Equal(RenderState.Completed, (await other.Worker.End("k")).State);
        Assert.Equal(1, other.Engine.Renders);
        line.IsDown = false;
        Assert.Equal(RenderState.Completed, (await silent.Worker.End("k")).State);
    }

    [Fact]
    public async Task Job_of_a_replica_that_lives_is_left_to_it()
    {
        var first = Replica();
        Hang(first);
        await first.Worker.Submit("k", Jobs.Shot(1), default);
        await first.Engine.Begun;
        var other = Replica(lease: 1.5);

        await Task.Delay(TimeSpan.FromSeconds(3));

        Assert.Equal(0, other.Engine.Renders);
        Assert.Equal(RenderState.Running, (await other.Worker.Status("k", 0, TimeSpan.Zero, default))!.State);
    }

    [Fact]
    public async Task Replica_that_drains_lays_its_work_down_and_another_has_it_at_once()
    {
        var first = Replica();
        Hang(first);
        await first.Worker.Submit("k", Jobs.Shot(1), default);
        await first.Engine.Begun;
        var other = Replica(lease: 1000);

        await first.Desk.Drain(TimeSpan.FromMilliseconds(50));

        Assert.Equal(RenderState.Completed, (await other.Worker.End("k")).State);
        Assert.True(first.Desk.IsDraining);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => first.Worker.Submit("l", Jobs.Shot(2), default));
    }

    [Fact]
    public async Task Replica_that_drains_ends_what_it_can_within_its_grace_and_begins_nothing()
    {
        var first = Replica();
        var go = new TaskCompletionSource();
        first.Engine.Middle = (_, _, _, cancellation) => go.Task.WaitAsync(cancellation);
        await first.Worker.Submit("running", Jobs.Shot(1), default);
        await first.Worker.Submit("queued", Jobs.Shot(2), default);
        await first.Engine.Begun;

        var drain = first.Desk.Drain(_long);
        go.SetResult();
        await drain;

        Assert.Equal(RenderState.Completed, (await first.Worker.Status("running", 0, TimeSpan.Zero, default))!.State);
        Assert.Equal(RenderState.Queued, (await first.Worker.Status("queued", 0, TimeSpan.Zero, default))!.State);
    }

    [Fact]
    public async Task Job_that_kills_replica_after_replica_is_set_aside_after_two()
    {
        for (var round = 0; round < 2; round++)
        {
            var line = new FaultyStore(new FolderStore(_folder));
            var victim = Replica(line, lease: 0.5);
            Hang(victim);
            await victim.Worker.Submit("k", Jobs.Shot(1), default);
            await victim.Engine.Begun;
            line.IsDown = true;
        }

        var last = Replica(lease: 0.5);

        Assert.Equal(("quarantined", false), ((await last.Worker.End("k")).Error?.Code, (await last.Worker.End("k")).Error?.Transient));
        Assert.Equal(0, last.Engine.Renders);
        Assert.NotNull(await new FolderStore(_folder).Read("quarantine/k", default));
    }

    [Fact]
    public async Task Run_outlasts_an_outage_of_the_store_and_its_result_is_put_when_it_is_over()
    {
        var line = new FaultyStore(new FolderStore(_folder));
        var desk = Replica(line);
        var go = new TaskCompletionSource();
        desk.Engine.Middle = (_, _, _, cancellation) => go.Task.WaitAsync(cancellation);
        await desk.Worker.Submit("k", Jobs.Shot(1), default);
        await desk.Engine.Begun;
        line.IsDown = true;
        go.SetResult();
        while (desk.Desk.Trouble is null)
        {
            await Task.Delay(20);
        }

        Assert.Equal(RenderState.Running, (await desk.Worker.Status("k", 0, TimeSpan.Zero, default))!.State);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => desk.Worker.Submit("l", Jobs.Shot(2), default));

        line.IsDown = false;

        Assert.Equal(RenderState.Completed, (await desk.Worker.End("k")).State);
        Assert.Equal(1, desk.Engine.Renders);
    }

    [Fact]
    public async Task Write_whose_answer_was_lost_counts_as_done()
    {
        var line = new FaultyStore(new FolderStore(_folder)) { LostAnswers = 1 };
        var desk = Replica(line);
        await desk.Worker.Submit("k", Jobs.Shot(1), default);
        line.LostAnswers = 1;
        Assert.Equal(RenderState.Completed, (await desk.Worker.End("k")).State);
        Assert.Equal(1, desk.Engine.Renders);
    }

    [Fact]
    public async Task Preview_of_a_running_job_is_shown_by_every_replica_and_gone_with_its_end()
    {
        // Whichever of them takes the job: the one that was not asked looks but once, and that may be just then.
        DeskUnderTest[] replicas = [Replica(), Replica(change: options => options with { Look = TimeSpan.FromMinutes(1) })];
        var go = new TaskCompletionSource();
        foreach (var replica in replicas)
        {
            replica.Engine.Place = folder => File.WriteAllTextAsync(Path.Combine(folder, OutputNames.Preview), "picture");
            replica.Engine.Middle = (_, _, _, cancellation) => go.Task.WaitAsync(cancellation);
        }

        await replicas[0].Worker.Submit("k", Jobs.Shot(1), default);
        await Task.WhenAny(replicas.Select(replica => replica.Engine.Begun));
        foreach (var replica in replicas)
        {
            JobPreview? shown;
            while ((shown = await replica.Desk.Preview("k", default)) is null)
            {
                await Task.Delay(20);
            }

            Assert.Equal(Jobs.Bytes("picture"), shown.Picture);
        }

        go.SetResult();
        Assert.Equal(2, (await replicas[0].Worker.End("k")).Outputs.Count);
        Assert.All(await Task.WhenAll(replicas.Select(replica => replica.Desk.Preview("k", default))), Assert.Null);
    }
}
