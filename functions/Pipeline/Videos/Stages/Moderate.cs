using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Judges everything in a request that will be seen, heard or obeyed.</summary>
/// <param name="moderator">The judge.</param>
/// <param name="blobs">Where requests lie.</param>
/// <param name="results">Where verdicts are kept.</param>
/// <param name="progress">Who is told.</param>
public sealed class Moderate(IModerator moderator, IBlobStore blobs, StageResults results, StageProgress progress)
    : IActivity<Step<ModerateOrder>, ModerationVerdict>
{
    /// <summary>Its name and types.</summary>
    public static Activity<Step<ModerateOrder>, ModerationVerdict> Definition { get; } = new("Moderate", 2);

    /// <inheritdoc/>
    public async Task<ModerationVerdict> Run(Step<ModerateOrder> step, CancellationToken cancellation)
    {
        var verdict = await results.Once(
            step,
            $"{Definition.Name}/{Definition.Version}/{moderator.Policy}",
            PipelineJson.Default.ModerateOrder,
            PipelineJson.Default.ModerationVerdict,
            async () =>
            {
                var tenant = new TenantBlobs(blobs, step.Tenant);
                var request = await tenant.GetJson(step.Order.Request, PipelineJson.Default.VideoRequest, cancellation);
                var texts = ModeratedTexts.Of(request);
                return FindingSpans.Located(await moderator.Judge(texts, ModeratedPictures.Of(request, tenant), cancellation), texts);
            },
            cancellation);
        await progress.Show(new StageNote(step.VideoId, Stage.Moderation, "", 1), step.Share, cancellation);
        return verdict.Allowed || (verdict.Outcome == ModerationOutcome.Review && step.Order.MayReview is true) ? verdict : throw new FinalException("moderation_blocked", Refusal.Message(verdict));
    }
}
