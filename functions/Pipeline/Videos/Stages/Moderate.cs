using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Rights;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Judges everything in a request that will be seen, heard or obeyed.</summary>
/// <param name="moderation">The judges of tenants.</param>
/// <param name="blobs">Where requests lie.</param>
/// <param name="results">Where verdicts are kept.</param>
/// <param name="progress">Who is told.</param>
/// <param name="rights">Knows what belongs to whom, and who may show it.</param>
/// <param name="works">Knows works by their pictures.</param>
public sealed class Moderate(TenantModeration moderation, IBlobStore blobs, StageResults results, StageProgress progress, RightsGate rights, SeenWorks works)
    : IActivity<Step<ModerateOrder>, ModerationVerdict>
{
    /// <summary>Its name and types.</summary>
    public static Activity<Step<ModerateOrder>, ModerationVerdict> Definition { get; } = new("Moderate", 2);

    /// <inheritdoc/>
    public async Task<ModerationVerdict> Run(Step<ModerateOrder> step, CancellationToken cancellation)
    {
        var tenant = new TenantBlobs(blobs, step.Tenant);
        var request = await tenant.GetJson(step.Order.Request, PipelineJson.Default.VideoRequest, cancellation);
        var held = await rights.Of(step.Tenant, request, cancellation);
        var texts = held.Lifted(ModeratedTexts.Of(request));
        var pictures = ModeratedPictures.Of(request, tenant);
        var judge = await moderation.Of(step.Tenant, cancellation);
        var verdict = await judge.Ask(moderator => results.Once(
            step,
            $"{Definition.Name}/{Definition.Version}/{moderator.Policy}{held.Key}",
            PipelineJson.Default.ModerateOrder,
            PipelineJson.Default.ModerationVerdict,
            async () => FindingSpans.Located(await moderator.Judge(texts, pictures, cancellation), texts),
            cancellation));
        await progress.Show(new StageNote(step.VideoId, Stage.Moderation, "", 1), step.Share, cancellation);
        if (!verdict.Allowed && (verdict.Outcome != ModerationOutcome.Review || step.Order.MayReview is not true))
        {
            throw new FinalException(RightsGate.CodeOf(verdict, judge.Terms.Limits), Refusal.Message(verdict, judge.Terms.Limits));
        }

        await rights.Claim(step.Tenant, step.VideoId, held, texts, await works.In(step.Tenant, pictures, held, cancellation), cancellation);
        return verdict;
    }
}
