using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Pipeline.Remotes.Clips;

/// <summary>
/// Stages the picture that a remote begins a shot with: the world engine sets the product down in the shot's setting and light, in
/// exactly the size that the remote asks for. So the remote sees the true product in its place, and draws it anew from that.
/// </summary>
/// <param name="jobs">Has it rendered.</param>
/// <param name="worker">Knows the world engine's version.</param>
/// <param name="blobs">Where the picture lies.</param>
internal sealed class FirstFrame(WorkerJobs jobs, IWorker worker, IBlobStore blobs)
{
    private const string Version = "FirstFrame/1";
    private const decimal Seconds = 0.5m;

    /// <summary>The picture as JPEG; null when the worker has no world engine.</summary>
    public async Task<byte[]?> Of(string tenant, ShotOrder order, FrameSize size, CancellationToken cancellation)
    {
        if ((await worker.Engines(cancellation)).FirstOrDefault(engine => engine.Name == "world") is not { } world)
        {
            return null;
        }

        var still = Still(order, world, size);
        var clip = await Do(new ShotJob(still));
        var cut = await Do(new CutJob(Cut(still, new ClipAssets(clip[OutputNames.Clip].Sha256, clip[OutputNames.Log].Sha256))));
        return await new TenantBlobs(blobs, tenant).Read(cut[OutputNames.Poster].Sha256, cancellation);

        async Task<IReadOnlyDictionary<string, BlobRef>> Do(RenderJob job) => (await jobs.Do(tenant, Version, job, _ => Task.CompletedTask, cancellation)).Files;
    }

    private static ShotOrder Still(ShotOrder order, EngineInfo world, FrameSize size) => order with
    {
        Engine = world.Name,
        EngineVersion = world.Version,
        Shot = order.Shot with { Seconds = Seconds, Action = Deed.Stand, Camera = order.Shot.Camera with { Move = CameraMove.Still } },
        Format = new FrameFormat(size.Width, size.Height, order.Format.FramesPerSecond),
        Quality = Quality.Standard,
        Brief = null,
    };

    private static CutOrder Cut(ShotOrder still, ClipAssets clip) => new()
    {
        Storyboard = new Storyboard
        {
            Title = "",
            Look = still.Look,
            Sound = new SoundPlan { Music = false, Effects = false, RoomTone = false },
            Cast = still.Cast,
            Shots = [still.Shot],
        },
        Clips = [clip],
        Format = still.Format,
        SafeZone = new SafeZone(0, 0, 0, 0),
        Seed = still.Seed,
    };
}
