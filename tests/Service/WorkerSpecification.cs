using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Service.Tests;

/// <summary>What every worker does, wherever it runs.</summary>
public abstract class WorkerSpecification : IAsyncLifetime
{
    private static readonly TimeSpan _long = TimeSpan.FromSeconds(60);

    internal DeskUnderTest Under { get; } = new(options => options with { QueueLimit = 3 });

    internal FakeEngine Engine => Under.Engine;

    protected IWorker Worker { get; set; } = null!;

    public abstract Task InitializeAsync();

    public virtual async Task DisposeAsync() => await Under.DisposeAsync();

    [Fact]
    public async Task Worker_says_which_engines_it_has() =>
        Assert.Equal(new EngineInfo("fake", "1"), Assert.Single(await Worker.Engines(default)) with { Abilities = null });

    [Fact]
    public async Task Clip_of_another_engine_version_than_ordered_carries_a_warning()
    {
        var job = Jobs.Shot(1);
        await Worker.Submit("k", job with { Order = job.Order with { EngineVersion = "0.9" } }, default);
        Assert.Contains((await Worker.End("k")).Warnings, warning => warning.Contains("0.9") && warning.Contains("fake 1"));
    }

    [Fact]
    public async Task Worker_gives_back_what_was_put()
    {
        var bytes = new byte[300_000];
        Random.Shared.NextBytes(bytes);
        var hash = Jobs.Hash(bytes);
        Assert.False(await Worker.Has(hash, default));

        await Worker.Put(hash, new MemoryStream(bytes), default);

        Assert.True(await Worker.Has(hash, default));
        Assert.Equal(bytes, await Worker.Read(hash));
    }

    [Fact]
    public async Task Worker_reads_a_put_from_the_present_position()
    {
        var stream = new MemoryStream(Jobs.Bytes("xxhello")) { Position = 2 };
        await Worker.Put(Jobs.Hash(Jobs.Bytes("hello")), stream, default);
        Assert.Equal(Jobs.Bytes("hello"), await Worker.Read(Jobs.Hash(Jobs.Bytes("hello"))));
    }

    [Fact]
    public async Task Worker_takes_an_empty_asset() => Assert.Empty(await Worker.Read(await Worker.PutText("")));

    [Fact]
    public async Task Worker_refuses_bytes_of_another_hash_and_keeps_nothing()
    {
        var hash = Jobs.Hash(Jobs.Bytes("right"));
        var error = await Assert.ThrowsAsync<InvalidDataException>(() => Worker.Put(hash, new MemoryStream(Jobs.Bytes("wrong")), default));
        Assert.Contains(hash, error.Message);
        Assert.Contains(Jobs.Hash(Jobs.Bytes("wrong")), error.Message);
        Assert.False(await Worker.Has(hash, default));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("../../../../etc/passwd")]
    [InlineData("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855")]
    public async Task Worker_refuses_a_name_that_is_no_hash(string name)
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => Worker.Put(name, new MemoryStream(), default));
        await Assert.ThrowsAsync<InvalidDataException>(() => Worker.Has(name, default));
        await Assert.ThrowsAsync<InvalidDataException>(() => Worker.Open(name, default));
    }

    [Fact]
    public async Task Worker_takes_the_same_asset_from_many_at_once()
    {
        var bytes = new byte[200_000];
        Random.Shared.NextBytes(bytes);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Worker.Put(Jobs.Hash(bytes), new MemoryStream(bytes), default)));
        Assert.Equal(bytes, await Worker.Read(Jobs.Hash(bytes)));
        Assert.Equal(200_000, Under.Desk.Used);
    }

    [Fact]
    public async Task Opening_an_asset_that_is_not_there_names_it()
    {
        var hash = Jobs.Hash(Jobs.Bytes("nowhere"));
        var error = await Assert.ThrowsAsync<FileNotFoundException>(() => Worker.Open(hash, default));
        Assert.Contains(hash, error.Message);
    }

    [Fact]
    public async Task Shot_ends_with_a_clip_a_log_and_the_warnings_of_the_log()
    {
        var picture = await Worker.PutText("face");
        var status = await Worker.Submit("k1", Jobs.Shot(7, picture), default);
        Assert.Equal("k1", status.Key);

        var end = await Worker.End("k1");

        Assert.Equal(RenderState.Completed, end.State);
        Assert.Equal(1, end.Progress);
        Assert.Equal(["seed 7 is fake"], end.Warnings);
        Assert.Equal([(OutputNames.Clip, "video/mp4"), (OutputNames.Log, "application/json")], end.Outputs.Select(output => (output.Name, output.MediaType)));
        Assert.Equal(FakeEngine.ClipOf(7, "face"), await Worker.Read(end.Outputs[0].Sha256));
        Assert.Equal(end.Outputs[0].Length, FakeEngine.ClipOf(7, "face").Length);
    }

    [Fact]
    public async Task Cut_joins_the_clips_of_shots()
    {
        await Worker.Submit("s", Jobs.Shot(1), default);
        var shot = await Worker.End("s");
        await Worker.Submit("c", Jobs.Cut(1, new ClipAssets(shot.Outputs[0].Sha256, shot.Outputs[1].Sha256)), default);

        var cut = await Worker.End("c");

        Assert.Equal([(OutputNames.Video, "video/mp4"), (OutputNames.Captions, "text/vtt")], cut.Outputs.Select(output => (output.Name, output.MediaType)));
        Assert.Equal(["joined"], cut.Warnings);
        Assert.Equal(FakeEngine.ClipOf(1), await Worker.Read(cut.Outputs[0].Sha256));
    }

    [Fact]
    public async Task Submitting_a_known_key_again_gives_its_status_and_renders_nothing()
    {
        await Worker.Submit("k", Jobs.Shot(1), default);
        var end = await Worker.End("k");

        var again = await Worker.Submit("k", Jobs.Shot(2), default);

        Assert.Equal(end.Outputs, again.Outputs);
        Assert.Equal(1, Engine.Renders);
    }

    [Fact]
    public async Task Submitting_one_key_from_many_at_once_renders_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Worker.Submit("k", Jobs.Shot(1), default)));
        await Worker.End("k");
        Assert.Equal(1, Engine.Renders);
    }

    [Fact]
    public async Task Missing_asset_is_named_and_the_job_starts_once_it_is_put()
    {
        var hash = Jobs.Hash(Jobs.Bytes("late"));
        var refused = await Worker.Submit("k", Jobs.Shot(1, hash), default);
        Assert.Equal(("missing_asset", true), (refused.Error?.Code, refused.Error?.Transient));
        Assert.Contains(hash, refused.Error!.Message);

        await Worker.PutText("late");
        await Worker.Submit("k", Jobs.Shot(1, hash), default);

        Assert.Equal(RenderState.Completed, (await Worker.End("k")).State);
    }

    [Fact]
    public async Task Unknown_engine_is_answered_with_what_is_installed()
    {
        var job = Jobs.Shot(1);
        var refused = await Worker.Submit("k", job with { Order = job.Order with { Engine = "dream" } }, default);
        Assert.Equal((RenderState.Failed, "no_engine", false), (refused.State, refused.Error?.Code, refused.Error?.Transient));
        Assert.Contains("fake", refused.Error!.Message);
    }

    [Fact]
    public async Task Unknown_key_has_no_status() => Assert.Null(await Worker.Status("nobody", 0, TimeSpan.Zero, default));

    [Theory]
    [InlineData("")]
    [InlineData("../x")]
    [InlineData("a b")]
    public async Task Worker_refuses_a_key_that_could_not_be_a_file_name(string key)
    {
        if (key.Length > 0 || this is InProcessWorkerTests)
        {
            await Assert.ThrowsAsync<InvalidDataException>(() => Worker.Submit(key, Jobs.Shot(1), default));
        }
    }

    [Fact]
    public async Task Waiting_for_a_status_wakes_when_the_job_moves_on()
    {
        var first = new TaskCompletionSource();
        var second = new TaskCompletionSource();
        Engine.Middle = async (_, _, progress, _) =>
        {
            await first.Task;
            progress.Report(0.4);
            await second.Task;
        };
        await Worker.Submit("k", Jobs.Shot(1), default);

        var wait = Worker.Status("k", 0, _long, default);
        first.SetResult();
        var moved = await wait;
        Assert.Equal((RenderState.Running, 0.4), (moved!.State, moved.Progress));

        wait = Worker.Status("k", 0.4, _long, default);
        second.SetResult();
        Assert.Equal(RenderState.Completed, (await wait)!.State);
    }

    [Fact]
    public async Task Asking_without_a_wait_answers_at_once()
    {
        var hold = new TaskCompletionSource();
        Engine.Middle = (_, _, _, cancellation) => hold.Task.WaitAsync(cancellation);
        await Worker.Submit("k", Jobs.Shot(1), default);
        await Engine.Begun;

        var status = await Worker.Status("k", 0.9, TimeSpan.Zero, default);

        Assert.Equal(RenderState.Running, status!.State);
        hold.SetResult();
    }

    [Fact]
    public async Task Cancelled_job_fails_and_may_be_submitted_anew()
    {
        Engine.Middle = (_, _, _, cancellation) => Task.Delay(Timeout.Infinite, cancellation);
        await Worker.Submit("running", Jobs.Shot(1), default);
        await Worker.Submit("queued", Jobs.Shot(2), default);
        await Engine.Begun;

        await Worker.Cancel("queued", default);
        await Worker.Cancel("running", default);

        Assert.Equal("cancelled", (await Worker.End("queued")).Error?.Code);
        Assert.Equal("cancelled", (await Worker.End("running")).Error?.Code);
        Assert.Equal(1, Engine.Renders);

        Engine.Middle = (_, _, _, _) => Task.CompletedTask;
        await Worker.Submit("running", Jobs.Shot(1), default);
        Assert.Equal(RenderState.Completed, (await Worker.End("running")).State);
    }

    [Fact]
    public async Task Cancelling_what_is_finished_or_unknown_does_nothing()
    {
        await Worker.Submit("k", Jobs.Shot(1), default);
        await Worker.End("k");
        await Worker.Cancel("k", default);
        await Worker.Cancel("nobody", default);
        Assert.Equal(RenderState.Completed, (await Worker.End("k")).State);
    }

    [Fact]
    public async Task Full_queue_answers_busy_until_a_job_ends()
    {
        var hold = new TaskCompletionSource();
        Engine.Middle = (_, _, _, cancellation) => hold.Task.WaitAsync(cancellation);
        foreach (var key in (string[])["a", "b", "c"])
        {
            await Worker.Submit(key, Jobs.Shot(1), default);
        }

        var busy = await Assert.ThrowsAsync<WorkerException>(() => Worker.Submit("d", Jobs.Shot(1), default));
        Assert.Equal(("busy", true), (busy.Error.Code, busy.Error.Transient));

        hold.SetResult();
        foreach (var key in (string[])["a", "b", "c"])
        {
            await Worker.End(key);
        }

        await Worker.Submit("d", Jobs.Shot(1), default);
        Assert.Equal(RenderState.Completed, (await Worker.End("d")).State);
    }
}
