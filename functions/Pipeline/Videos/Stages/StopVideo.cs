using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Ends the orchestrations of a video: the whole first, so that it begins no further part.</summary>
/// <param name="orchestrations">What runs it.</param>
public sealed class StopVideo(IOrchestrationClient orchestrations) : IActivity<Step<StopOrder>, Nothing>
{
    /// <summary>Its name and types.</summary>
    public static Activity<Step<StopOrder>, Nothing> Definition { get; } = new("StopVideo", 1);

    /// <inheritdoc/>
    public async Task<Nothing> Run(Step<StopOrder> step, CancellationToken cancellation)
    {
        await orchestrations.Cancel(step.VideoId, step.Order.Reason, cancellation);

        // Not every host ends what an instance has started along with it.
        foreach (var channel in ChannelProfile.All)
        {
            var part = RenditionOrchestration.InstanceOf(step.VideoId, channel.Name);
            await orchestrations.Cancel(part, step.Order.Reason, cancellation);
        }

        return Nothing.Value;
    }
}
