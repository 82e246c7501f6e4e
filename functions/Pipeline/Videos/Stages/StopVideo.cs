using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Ends the orchestrations of a video.</summary>
/// <param name="orchestrations">What runs it.</param>
public sealed class StopVideo(IOrchestrationClient orchestrations) : IActivity<Step<StopOrder>, Nothing>
{
    /// <summary>Its name and types.</summary>
    public static Activity<Step<StopOrder>, Nothing> Definition { get; } = new("StopVideo", 1);

    /// <inheritdoc/>
    public async Task<Nothing> Run(Step<StopOrder> step, CancellationToken cancellation)
    {
        await VideoOrchestration.Stop(orchestrations, step.VideoId, step.Order.Reason, cancellation);
        return Nothing.Value;
    }
}
