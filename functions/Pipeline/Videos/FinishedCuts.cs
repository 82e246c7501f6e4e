using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Reviews;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Pipeline.Videos;

/// <summary>The cuts of a video on their way out: a person looks where a judge says so, and only when all may be shown the first is signed.</summary>
internal static class FinishedCuts
{
    /// <summary>Has them seen, signed and registered.</summary>
    /// <param name="context">What the orchestration may touch.</param>
    /// <param name="order">Which video.</param>
    /// <param name="storyboard">The storyboard of the whole.</param>
    /// <param name="tellings">What was told for each channel, in the order of the renditions.</param>
    /// <param name="renditions">The cuts.</param>
    public static async Task Publish(
        IOrchestrationContext context, VideoOrder order, BlobRef storyboard, IReadOnlyList<ToldRendition> tellings, IReadOnlyList<RenditionResult> renditions)
    {
        await Seen(context, order, storyboard, renditions);

        Step<T> For<T>(T what) => new(order.Tenant, order.VideoId, what, 1.0 / renditions.Count);

        // Wave by wave: what a host replays has to ask for the same in the same order, whichever was ready first.
        var stamped = await Task.WhenAll(renditions.Select(rendition => context.Call(
            StampProvenance.Definition,
            For(new StampOrder(rendition.Cut!.Files[OutputNames.Video], $"{order.VideoId}/{rendition.Channel}", rendition.Cut.Origin)
            {
                Others = RenditionOrchestration.OthersOf(rendition.Cut.Files),
            }),
            RetryPolicy.Standard)));
        await Task.WhenAll(renditions.Select((rendition, index) => context.Call(
            RegisterRendition.Definition,
            For(new RegisterOrder(rendition.Channel, tellings[index].Storyboard, rendition.Cut!.Files, stamped[index])),
            RetryPolicy.Standard)));
    }

    private static async Task Seen(IOrchestrationContext context, VideoOrder order, BlobRef storyboard, IReadOnlyList<RenditionResult> renditions)
    {
        RenditionResult[] doubtful = [.. renditions.Where(rendition => rendition.Cut!.Found.Verdict.Outcome == ModerationOutcome.Review)];
        if (doubtful.Length > 0)
        {
            var found = doubtful.Select(rendition => rendition.Cut!.Found).ToList();
            await ReviewWait.Decision(context, order, ReviewRules.CutEvent, new OpenReviewOrder(
                order.Request,
                storyboard,
                [.. found.SelectMany(one => one.Verdict.Findings)],
                string.Join(", ", found.Select(one => one.Verdict.Policy).Distinct()))
            {
                Cut = new ReviewedCut(
                    string.Join(' ', found.Select(one => one.Content)),
                    doubtful.ToDictionary(rendition => rendition.Channel, rendition => SheetOf(rendition.Cut!.Files))),
            });
        }
    }

    /// <summary>What a reviewer looks at: frames of every shot, or the video where there is no such sheet.</summary>
    private static BlobRef SheetOf(IReadOnlyDictionary<string, BlobRef> files) =>
        files.GetValueOrDefault(OutputNames.ContactSheet) ?? files[OutputNames.Video];
}
