using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Videos.Stages;
using SoraFunctions.Pipeline.Webhooks;

namespace SoraFunctions.Pipeline.Videos;

/// <summary>Stops the making of a video, says so on it, and tells whoever asked to be told. A video that is done by then stays done.</summary>
public static class CancellationOrchestration
{
    /// <summary>Its name and types.</summary>
    public static Orchestration<CancelOrder, Nothing> Definition { get; } = new("Cancellation");

    /// <summary>Its id: a video is cancelled once.</summary>
    /// <param name="videoId">Which video.</param>
    public static string InstanceOf(string videoId) => $"{videoId}.cancel";

    /// <summary>Its code.</summary>
    /// <param name="context">What it may touch.</param>
    /// <param name="order">Which video.</param>
    public static async Task<Nothing> Run(IOrchestrationContext context, CancelOrder order)
    {
        Step<T> For<T>(T what) => new(order.Tenant, order.VideoId, what);

        await context.Call(StopVideo.Definition, For(new StopOrder(order.Why.Message)), RetryPolicy.Stubborn);
        var announcements = await context.Call(FailVideo.Definition, For(order.Why), RetryPolicy.Stubborn);
        await WebhookOrchestration.Tell(context, announcements);
        return Nothing.Value;
    }
}
