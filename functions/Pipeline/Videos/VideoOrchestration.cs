using SoraFunctions.Pipeline.Channels;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Videos.Stages;
using SoraFunctions.Pipeline.Webhooks;

namespace SoraFunctions.Pipeline.Videos;

/// <summary>
/// From an accepted request to a delivered video: moderation, storyboard, one rendition per channel (renders, cut, provenance),
/// commerce, delivery. Whatever goes wrong for good ends as a failed video that says why.
/// </summary>
public static class VideoOrchestration
{
    /// <summary>Its name and types.</summary>
    public static Orchestration<VideoOrder, Nothing> Definition { get; } = new("Video");

    /// <summary>
    /// Ends all that is made for a video: the whole first, so that it begins no further part, then its renditions, since not every host ends
    /// what an orchestration has started along with it.
    /// </summary>
    /// <param name="orchestrations">What runs them.</param>
    /// <param name="videoId">Which video.</param>
    /// <param name="reason">Shown in their status.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task Stop(
        IOrchestrationClient orchestrations, string videoId, string reason, CancellationToken cancellation)
    {
        await orchestrations.Cancel(videoId, reason, cancellation);
        foreach (var channel in ChannelProfile.Names)
        {
            await orchestrations.Cancel(RenditionOrchestration.InstanceOf(videoId, channel), reason, cancellation);
        }
    }

    /// <summary>Its code.</summary>
    /// <param name="context">What it may touch.</param>
    /// <param name="order">Which video.</param>
    public static async Task<Nothing> Run(IOrchestrationContext context, VideoOrder order)
    {
        Announcements announcements;
        try
        {
            announcements = await Make(context, order);
        }
        catch (Exception failure) when (failure is ActivityFailedException or ArgumentException)
        {
            var code = failure is ActivityFailedException { Code: var known } ? known : "server_error";
            announcements = await context.Call(
                FailVideo.Definition,
                new Step<FailOrder>(order.Tenant, order.VideoId, new FailOrder(code, failure.Message)),
                RetryPolicy.Stubborn);
        }

        await WebhookOrchestration.Tell(context, announcements);
        return Nothing.Value;
    }

    private static async Task<Announcements> Make(IOrchestrationContext context, VideoOrder order)
    {
        Step<T> For<T>(T what) => new(order.Tenant, order.VideoId, what);

        await context.Call(Moderate.Definition, For(new ModerateOrder(order.Request)), RetryPolicy.Standard);
        var expanded = await context.Call(
            ExpandStoryboard.Definition, For(new ExpandOrder(order.Request)), RetryPolicy.Standard);
        var link = await context.Call(
            PrepareLink.Definition, For(new LinkOrder(order.Request)), RetryPolicy.Standard);
        var tellings = expanded.Renditions();
        var renditions = await Task.WhenAll(tellings.Select(told => context.CallSub(
            RenditionOrchestration.Definition,
            RenditionOrchestration.InstanceOf(order.VideoId, told.Channel),
            new RenditionOrder(
                order.Tenant,
                order.VideoId,
                order.Request,
                told.Storyboard,
                told.Channel,
                expanded.Channels.Count,
                link.Url,
                told.Filmed))));
        await context.Call(
            AttachCommerce.Definition,
            For(new CommerceOrder(order.Request, tellings[0].Storyboard, expanded.Channels, link)),
            RetryPolicy.Standard);
        var warnings = expanded.Warnings.Concat(renditions.SelectMany(rendition => rendition.Warnings));
        return await context.Call(
            DeliverVideo.Definition, For(new DeliverOrder(Warnings.Fit(warnings), link.Code)), RetryPolicy.Stubborn);
    }
}
