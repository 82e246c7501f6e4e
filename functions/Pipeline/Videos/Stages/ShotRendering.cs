using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>
/// What rendering a shot is, whoever renders it: done once, told as it goes on, and with a product filmed in front of what another engine
/// painted of the place, so that its pixels are its own.
/// </summary>
/// <param name="jobs">Has the worker film.</param>
/// <param name="blobs">Where orders and clips lie.</param>
/// <param name="results">Where results are kept.</param>
/// <param name="progress">Who is told.</param>
public sealed class ShotRendering(WorkerJobs jobs, IBlobStore blobs, StageResults results, StageProgress progress)
{
    /// <summary>The part of the work that is done when the plate is.</summary>
    private const double PlateShare = 0.7;

    /// <summary>Renders an order that has no plate to be made.</summary>
    /// <param name="order">The order.</param>
    /// <param name="progress">Is told the done part, 0 to 1.</param>
    public delegate Task<RenderedShot> Renderer(ShotOrder order, Func<double, Task> progress);

    /// <summary>Renders a shot, unless that was done before.</summary>
    /// <param name="step">Which shot.</param>
    /// <param name="version">Name and version of the stage.</param>
    /// <param name="paint">Who renders it, or its place; null for the worker.</param>
    /// <param name="cancellation">Gives the shot up.</param>
    public async Task<RenderedShot> Once(RenderStep step, string version, Renderer? paint, CancellationToken cancellation)
    {
        var clip = await results.Once(
            new Step<RenderOrder>(step.Tenant, step.VideoId, step.Order),
            version,
            PipelineJson.Default.RenderOrder,
            PipelineJson.Default.RenderedShot,
            async () =>
            {
                var order = await new TenantBlobs(blobs, step.Tenant)
                    .GetJson(step.Order.Shot, ContractJson.Default.ShotOrder, cancellation);
                return await Render(order, paint ?? Film, Film, Show);
            },
            cancellation);
        await Show(1);
        return clip;

        Task<RenderedShot> Film(ShotOrder order, Func<double, Task> told) => jobs.Film(step.Tenant, version, order, told, cancellation);

        Task Show(double done) => progress.Show(new StageNote(step.VideoId, Stage.Render, step.Part, done), step.Share, cancellation);
    }

    /// <summary>Renders a shot: its plate first, if it wants one.</summary>
    internal static async Task<RenderedShot> Render(ShotOrder order, Renderer paint, Renderer film, Func<double, Task> progress)
    {
        if (order.PlateBy is null)
        {
            return await paint(order, progress);
        }

        var plate = await paint(order.Background(), done => progress(PlateShare * done));
        var shot = await film(order with { PlateBy = null, Plate = plate.Picture, Source = null, Pictures = null }, done => progress(PlateShare + ((1 - PlateShare) * done)));
        return shot with { Warnings = [.. plate.Warnings, .. shot.Warnings], Plate = plate.Picture };
    }
}
