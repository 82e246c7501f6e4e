using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Service.Tests;

/// <summary>The program that the container runs, with the real engine.</summary>
public sealed class WorkerProcessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sora-worker-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static ShotJob Shot()
    {
        var job = Jobs.Shot(3);
        return job with { Order = job.Order with { Engine = "world", Format = new FrameFormat(160, 128) } };
    }

    [Fact]
    public async Task Killed_worker_renders_what_it_was_at_when_it_is_started_again()
    {
        using (var first = new WorkerProcess(_folder))
        {
            await first.Worker().Submit("k", Shot(), default);
            await first.Worker().Status("k", 0, TimeSpan.FromSeconds(60), default);
            first.Kill();
        }

        using var next = new WorkerProcess(_folder);
        var end = await next.Worker().End("k");

        Assert.Equal(RenderState.Completed, end.State);
        Assert.Equal(end.Outputs[0].Sha256, Jobs.Hash(await next.Worker().Read(end.Outputs[0].Sha256)));
    }

    [Fact]
    public async Task Worker_ends_in_good_order_when_it_is_told_to()
    {
        using var process = new WorkerProcess(_folder);
        Assert.Equal(["world"], (await process.Worker().Engines(default)).Select(engine => engine.Name));
        Assert.Equal(0, await process.Terminate());
    }
}
