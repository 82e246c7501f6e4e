using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Has one shot rendered by the worker.</summary>
/// <param name="rendering">How that goes.</param>
public sealed class RenderShot(ShotRendering rendering) : IActivity<RenderStep, RenderedShot>
{
    /// <summary>Its name and types.</summary>
    public static Activity<RenderStep, RenderedShot> Definition { get; } = new("RenderShot", 1);

    /// <inheritdoc/>
    public Task<RenderedShot> Run(RenderStep step, CancellationToken cancellation) =>
        rendering.Once(step, $"{Definition.Name}/{Definition.Version}", paint: null, cancellation);
}
