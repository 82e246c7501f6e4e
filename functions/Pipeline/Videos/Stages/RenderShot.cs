using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Has one shot rendered by the worker.</summary>
/// <param name="rendering">How that goes.</param>
public sealed class RenderShot(ShotRendering rendering) : IActivity<RenderStep, RenderedShot>
{
    /// <summary>Its name and types.</summary>
    public static Activity<RenderStep, RenderedShot> Definition { get; } = new("RenderShot", 1);

    /// <summary>Under which its results are kept.</summary>
    public static string Version { get; } = $"{Definition.Name}/{Definition.Version}";

    /// <inheritdoc/>
    public Task<RenderedShot> Run(RenderStep step, CancellationToken cancellation) =>
        rendering.Once(step, Version, paint: null, cancellation);
}
