using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Remotes.Clips;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Has one shot rendered by another server. It waits more than it works, so many may go on side by side.</summary>
/// <param name="rendering">How that goes.</param>
/// <param name="clips">How to have it done there.</param>
public sealed class RenderRemotely(ShotRendering rendering, RemoteClips clips) : IActivity<RenderStep, RenderedShot>
{
    /// <summary>Its name and types.</summary>
    public static Activity<RenderStep, RenderedShot> Definition { get; } = new("RenderRemotely", 1);

    /// <inheritdoc/>
    public Task<RenderedShot> Run(RenderStep step, CancellationToken cancellation)
    {
        var version = $"{Definition.Name}/{Definition.Version}";
        return rendering.Once(step, version, Paint, cancellation);

        Task<RenderedShot> Paint(ShotOrder order, Func<double, Task> progress) =>
            clips.Render(step.Tenant, step.VideoId, KeyOf(order), order, progress, cancellation);

        // By what is ordered of the remote: a place that two shots share is made and paid for once.
        string KeyOf(ShotOrder order) => StageResults.KeyOf($"{step.Tenant}/{version}", order, ContractJson.Default.ShotOrder);
    }
}
