using System.Security.Cryptography;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Tests.Doubles;
using SoraFunctions.Pipeline.Videos.Stages;
using SoraFunctions.Pipeline.Workers;

namespace SoraFunctions.Pipeline.Tests.Videos;

public class WorkerJobsTests
{
    private static readonly byte[] _clip = [1, 2, 3];
    private static readonly string _clipHash = Convert.ToHexStringLower(SHA256.HashData(_clip));

    private readonly MemoryBlobs _blobs = new();

    [Fact]
    public async Task A_job_brings_the_worker_only_the_pictures_that_it_lacks()
    {
        var picture = await Picture("acme", [9, 9]);
        var worker = new ScriptedWorker(Done(), Done());
        worker.Assets[_clipHash] = _clip;
        await Do(worker, "acme", JobOf(picture));
        await Do(worker, "acme", JobOf(picture));
        Assert.Equal(1, worker.Puts);
    }

    [Fact]
    public async Task A_job_takes_its_outputs_home_and_tells_how_far_it_is()
    {
        var worker = new ScriptedWorker(Running(0), Running(0.4), Done());
        worker.Assets[_clipHash] = _clip;
        var seen = new List<double>();
        var made = await Do(worker, "acme", JobOf(null), seen);
        Assert.Equal([0, 0.4], seen);
        Assert.Equal(_clipHash, made.Files[OutputNames.Clip].Sha256);
        Assert.StartsWith("tenants/acme/", Assert.Single(_blobs.Paths));
    }

    [Fact]
    public async Task Equal_jobs_have_one_key_per_tenant()
    {
        var worker = new ScriptedWorker(Done(), Done(), Done());
        worker.Assets[_clipHash] = _clip;
        await Do(worker, "acme", JobOf(null));
        await Do(worker, "acme", JobOf(null));
        await Do(worker, "other", JobOf(null));
        Assert.Equal(worker.Keys[0], worker.Keys[1]);
        Assert.NotEqual(worker.Keys[0], worker.Keys[2]);
    }

    [Fact]
    public async Task A_picture_of_another_tenant_is_not_brought()
    {
        var picture = await Picture("other", [9, 9]);
        await Assert.ThrowsAsync<FileNotFoundException>(() => Do(new ScriptedWorker(Done()), "acme", JobOf(picture)));
    }

    [Fact]
    public async Task A_failure_that_will_stay_is_final_and_keeps_its_code()
    {
        var failure = await Assert.ThrowsAsync<FinalException>(
            () => Do(new ScriptedWorker(Failed(transient: false)), "acme", JobOf(null)));
        Assert.Equal("bad_order", failure.Code);
    }

    [Fact]
    public async Task A_failure_that_may_pass_and_a_forgotten_job_are_tried_again_by_the_caller()
    {
        await Assert.ThrowsAsync<IOException>(() => Do(new ScriptedWorker(Failed(transient: true)), "acme", JobOf(null)));
        await Assert.ThrowsAsync<IOException>(() => Do(new ScriptedWorker(Running(0), null), "acme", JobOf(null)));
    }

    [Fact]
    public async Task Cancelling_gives_the_job_up_on_the_worker_too()
    {
        using var stop = new CancellationTokenSource();
        var worker = new ScriptedWorker(Running(0), Running(0.1));
        await Assert.ThrowsAsync<OperationCanceledException>(() => new WorkerJobs(new WorkerFleet(worker), _blobs).Do(
            "acme", "RenderShot/1", JobOf(null), _ => stop.CancelAsync(), stop.Token));
        Assert.Equal(worker.Keys, worker.Cancelled);
    }

    private Task<WorkerResult> Do(ScriptedWorker worker, string tenant, RenderJob job, List<double>? seen = null) =>
        new WorkerJobs(new WorkerFleet(worker), _blobs).Do(
            tenant,
            "RenderShot/1",
            job,
            done =>
            {
                seen?.Add(done);
                return Task.CompletedTask;
            },
            CancellationToken.None);

    private async Task<string> Picture(string tenant, byte[] bytes) =>
        (await new TenantBlobs(_blobs, tenant).Put(new MemoryStream(bytes), "image/png", CancellationToken.None)).Sha256;

    private static ShotJob JobOf(string? picture) => new(new ShotOrder
    {
        Shot = new Shot { Id = "one", Seconds = 1, Subjects = ["it"] },
        Cast = [new Subject { Id = "it", Name = "it", Form = Form.Card, Picture = picture }],
        Look = new Look(),
        Format = new FrameFormat(320, 180),
        Seed = 1,
    });

    private static RenderStatus Running(double progress) =>
        new() { Key = "k", State = RenderState.Running, Progress = progress };

    private static RenderStatus Done() => new()
    {
        Key = "k",
        State = RenderState.Completed,
        Progress = 1,
        Outputs = [new RenderOutput(OutputNames.Clip, _clipHash, _clip.Length, "video/mp4")],
    };

    private static RenderStatus Failed(bool transient) => new()
    {
        Key = "k",
        State = RenderState.Failed,
        Error = new RenderError("bad_order", "The order can't be rendered.", transient),
    };
}
