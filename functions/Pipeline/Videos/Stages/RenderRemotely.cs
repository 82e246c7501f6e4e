using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Remotes.Clips;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Has one shot rendered by another server. It waits more than it works, so many may go on side by side.</summary>
/// <param name="clips">How to have it done.</param>
/// <param name="jobs">Films products in front of it.</param>
/// <param name="blobs">Where orders and clips lie.</param>
/// <param name="results">Where results are kept.</param>
/// <param name="progress">Who is told.</param>
public sealed class RenderRemotely(
    RemoteClips clips, WorkerJobs jobs, IBlobStore blobs, StageResults results, StageProgress progress)
    : IActivity<RenderStep, RenderedShot>
{
    /// <summary>Its name and types.</summary>
    public static Activity<RenderStep, RenderedShot> Definition { get; } = new("RenderRemotely", 1);

    /// <inheritdoc/>
    public async Task<RenderedShot> Run(RenderStep step, CancellationToken cancellation)
    {
        var version = $"{Definition.Name}/{Definition.Version}";
        var clip = await results.Once(
            new Step<RenderOrder>(step.Tenant, step.VideoId, step.Order),
            version,
            PipelineJson.Default.RenderOrder,
            PipelineJson.Default.RenderedShot,
            async () =>
            {
                var order = await new TenantBlobs(blobs, step.Tenant)
                    .GetJson(step.Order.Shot, ContractJson.Default.ShotOrder, cancellation);
                return await PlatedShot.Render(
                    order,
                    (place, progress) => clips.Render(step.Tenant, step.VideoId, KeyOf(place), place, progress, cancellation),
                    (shot, progress) => jobs.Film(step.Tenant, version, shot, progress, cancellation),
                    done => Show(step, done, cancellation));

                // By what is ordered of the remote: a place that two shots share is made and paid for once.
                string KeyOf(ShotOrder place) => StageResults.KeyOf($"{step.Tenant}/{version}", place, ContractJson.Default.ShotOrder);
            },
            cancellation);
        await Show(step, 1, cancellation);
        return clip;
    }

    private Task Show(RenderStep step, double done, CancellationToken cancellation) =>
        progress.Show(new StageNote(step.VideoId, Stage.Render, step.Part, done), step.Share, cancellation);
}
