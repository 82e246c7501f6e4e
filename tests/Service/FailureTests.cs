using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Service.Tests;

/// <summary>What a caller is told when a job can't be done.</summary>
public sealed class FailureTests : IAsyncDisposable
{
    private readonly DeskUnderTest _desk = new(options => options with { Shots = 2 });

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private async Task<RenderError?> Fail(Exception with, params string[] pictures)
    {
        _desk.Engine.Middle = (_, _, _, _) => throw with;
        await _desk.Worker.Submit("k", Jobs.Shot(1, pictures), default);
        return (await _desk.Worker.End("k")).Error;
    }

    [Fact]
    public async Task Order_that_cannot_be_rendered_is_not_tried_again()
    {
        Assert.Equal(new RenderError("bad_order", "seconds must be 0.5 to 60", false), await Fail(new InvalidDataException("seconds must be 0.5 to 60")));
        Assert.Equal(RenderState.Failed, (await _desk.Worker.Submit("k", Jobs.Shot(1), default)).State);
        Assert.Equal(1, _desk.Engine.Renders);
    }

    [Fact]
    public async Task Failure_that_names_an_asset_is_the_assets()
    {
        var hash = await _desk.Worker.PutText("no picture");
        var cause = new InvalidDataException($"/data/{hash} is no PNG");
        var error = await Fail(new InvalidDataException("the picture of subject bottle can't be used", cause), hash);
        Assert.Equal(("bad_asset", false), (error?.Code, error?.Transient));
    }

    [Fact]
    public async Task Accident_may_be_tried_again()
    {
        var error = await Fail(new TimeoutException("ffmpeg hangs"));
        Assert.Equal(("internal", true), (error?.Code, error?.Transient));
        _desk.Engine.Middle = (_, _, _, _) => Task.CompletedTask;
        await _desk.Worker.Submit("k", Jobs.Shot(1), default);
        Assert.Equal(RenderState.Completed, (await _desk.Worker.End("k")).State);
    }

    [Fact]
    public async Task Full_disk_is_told_as_such() =>
        Assert.Equal("out_of_space", (await Fail(new IOException("No space left on device", 28)))?.Code);

    [Fact]
    public async Task Asset_that_the_job_does_not_name_is_not_handed_out()
    {
        var hash = await _desk.Worker.PutText("of another job");
        _desk.Engine.Middle = (_, assetPath, _, _) => Task.FromResult(assetPath(hash));
        await _desk.Worker.Submit("k", Jobs.Shot(1), default);
        Assert.Equal("internal", (await _desk.Worker.End("k")).Error?.Code);
    }

    [Fact]
    public async Task Nothing_of_a_failed_job_stays_on_the_disk()
    {
        await Fail(new TimeoutException());
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_desk.Folder, "work")));
    }

    [Fact]
    public async Task As_many_shots_as_allowed_are_rendered_side_by_side()
    {
        var both = new TaskCompletionSource();
        var count = 0;
        _desk.Engine.Middle = async (_, _, _, _) =>
        {
            if (Interlocked.Increment(ref count) == 2)
            {
                both.SetResult();
            }

            await both.Task;
        };
        string[] keys = ["a", "b", "c", "d"];
        foreach (var key in keys)
        {
            await _desk.Worker.Submit(key, Jobs.Shot(key[0]), default);
        }

        foreach (var key in keys)
        {
            await _desk.Worker.End(key);
        }

        Assert.Equal(2, _desk.Engine.MostAtOnce);
    }

    [Fact]
    public async Task Cut_need_not_wait_for_the_shots_in_the_row()
    {
        var hold = new TaskCompletionSource();
        _desk.Engine.Middle = (_, _, _, cancellation) => hold.Task.WaitAsync(cancellation);
        foreach (var key in (string[])["a", "b", "c"])
        {
            await _desk.Worker.Submit(key, Jobs.Shot(key[0]), default);
        }

        var clip = await _desk.Worker.PutText("clip");
        await _desk.Worker.Submit("cut", Jobs.Cut(1, new ClipAssets(clip, clip)), default);
        Assert.Equal(RenderState.Completed, (await _desk.Worker.End("cut")).State);
        hold.SetResult();
    }
}
