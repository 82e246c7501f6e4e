using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Azure.Orchestrators;

/// <summary>The orchestrations of a video.</summary>
/// <param name="door">Runs them.</param>
public sealed class VideoOrchestrators(OrchestratorDoor door)
{
    /// <summary>From an accepted request to a delivered video.</summary>
    [Function("Video")]
    public Task<Nothing> Video([OrchestrationTrigger] TaskOrchestrationContext context, VideoOrder input) =>
        door.Run(VideoOrchestration.Definition, context, input);

    /// <summary>One rendition of it.</summary>
    [Function("Rendition")]
    public Task<RenditionResult> Rendition([OrchestrationTrigger] TaskOrchestrationContext context, RenditionOrder input) =>
        door.Run(RenditionOrchestration.Definition, context, input);

    /// <summary>Its end, when the caller gives it up.</summary>
    [Function("Cancellation")]
    public Task<Nothing> Cancellation([OrchestrationTrigger] TaskOrchestrationContext context, CancelOrder input) =>
        door.Run(CancellationOrchestration.Definition, context, input);
}
