using SoraFunctions.Pipeline.Channels;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Reviews;
using SoraFunctions.Pipeline.Videos.Stages;
using SoraFunctions.Pipeline.Webhooks;

namespace SoraFunctions.Pipeline.Videos;

/// <summary>
/// From an accepted request to a delivered video: moderation, storyboard, one rendition per channel (renders, cut, a look at its frames),
/// provenance, commerce, delivery. Whatever goes wrong for good ends as a failed video that says why.
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
    public static Task<Nothing> Run(IOrchestrationContext context, VideoOrder order) => Run(context, order, mayReview: true, judgesCuts: true);

    /// <summary>Its code before finished cuts were judged: each rendition is signed as soon as it is cut.</summary>
    /// <param name="context">What it may touch.</param>
    /// <param name="order">Which video.</param>
    public static Task<Nothing> RunWithUnjudgedCuts(IOrchestrationContext context, VideoOrder order) =>
        Run(context, order, mayReview: true, judgesCuts: false);

    /// <summary>Its code before there were reviews: what would need one is refused.</summary>
    /// <param name="context">What it may touch.</param>
    /// <param name="order">Which video.</param>
    public static Task<Nothing> RunWithoutReview(IOrchestrationContext context, VideoOrder order) =>
        Run(context, order, mayReview: null, judgesCuts: false);

    private static async Task<Nothing> Run(IOrchestrationContext context, VideoOrder order, bool? mayReview, bool judgesCuts)
    {
        Announcements announcements;
        try
        {
            announcements = await Make(context, order, mayReview, judgesCuts);
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

    /// <summary>Waits for a person where a judgement says so. What a reviewer changed takes the place of what was ordered.</summary>
    private static async Task<(VideoOrder Order, ExpandedStoryboard Expanded)> Reviewed(
        IOrchestrationContext context, VideoOrder order, ModerationVerdict verdict, ExpandedStoryboard expanded)
    {
        IReadOnlyList<ModerationFinding> findings = [.. verdict.Outcome == ModerationOutcome.Review ? verdict.Findings : [], .. expanded.Review ?? []];
        if (findings.Count == 0)
        {
            return (order, expanded);
        }

        var result = await ReviewWait.Decision(
            context, order, ReviewRules.Event, new OpenReviewOrder(order.Request, expanded.Storyboard, findings, verdict.Policy));
        if (result.Changed is not { } changed)
        {
            return (order, expanded);
        }

        Step<T> For<T>(T what) => new(order.Tenant, order.VideoId, what);

        await context.Call(Moderate.Definition, For(new ModerateOrder(changed, true)), RetryPolicy.Standard);
        return (order with { Request = changed }, await context.Call(ExpandStoryboard.Definition, For(new ExpandOrder(changed, true)), RetryPolicy.Standard));
    }

    private static async Task<Announcements> Make(IOrchestrationContext context, VideoOrder order, bool? mayReview, bool judgesCuts)
    {
        Step<T> For<T>(T what) => new(order.Tenant, order.VideoId, what);

        var verdict = await context.Call(Moderate.Definition, For(new ModerateOrder(order.Request, mayReview)), RetryPolicy.Standard);
        var expanded = await context.Call(
            ExpandStoryboard.Definition, For(new ExpandOrder(order.Request, mayReview)), RetryPolicy.Standard);
        if (mayReview is true)
        {
            (order, expanded) = await Reviewed(context, order, verdict, expanded);
        }

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
        if (judgesCuts)
        {
            await FinishedCuts.Publish(context, order, expanded.Storyboard, tellings, renditions);
        }

        await context.Call(
            AttachCommerce.Definition,
            For(new CommerceOrder(order.Request, tellings[0].Storyboard, expanded.Channels, link)),
            RetryPolicy.Standard);
        var warnings = (mayReview is true ? VerdictWarnings.Of(verdict) : [])
            .Concat(expanded.Warnings).Concat(renditions.SelectMany(rendition => VerdictWarnings.Of(rendition.Cut?.Found.Verdict.Findings ?? []))).Concat(renditions.SelectMany(rendition => rendition.Warnings));
        return await context.Call(
            DeliverVideo.Definition, For(new DeliverOrder(Warnings.Fit(warnings), link.Code)), RetryPolicy.Stubborn);
    }
}
