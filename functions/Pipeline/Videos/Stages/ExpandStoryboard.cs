using SoraFunctions.Contract.Json;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Storyboards;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Turns a request into a storyboard, and judges that too: a harmless prompt can expand badly.</summary>
/// <param name="writer">Who writes.</param>
/// <param name="moderator">Who judges.</param>
/// <param name="blobs">Where requests and storyboards lie.</param>
/// <param name="results">Where results are kept.</param>
/// <param name="progress">Who is told.</param>
public sealed class ExpandStoryboard(
    IStoryboardWriter writer, IModerator moderator, IBlobStore blobs, StageResults results, StageProgress progress)
    : IActivity<Step<ExpandOrder>, ExpandedStoryboard>
{
    private const string _unseenLink =
        "The storyboard has no end card, so no QR code is shown; the tracked link is in commerce.json.";

    /// <summary>Its name and types.</summary>
    public static Activity<Step<ExpandOrder>, ExpandedStoryboard> Definition { get; } = new("ExpandStoryboard", 1);

    /// <inheritdoc/>
    public async Task<ExpandedStoryboard> Run(Step<ExpandOrder> step, CancellationToken cancellation)
    {
        var expanded = await results.Once(
            step,
            $"{Definition.Name}/{Definition.Version}/{writer.Name}/{moderator.Policy}",
            PipelineJson.Default.ExpandOrder,
            PipelineJson.Default.ExpandedStoryboard,
            () => Expand(step, cancellation),
            cancellation);
        await progress.Show(new StageNote(step.VideoId, Stage.Storyboard, "", 1), step.Share, cancellation);
        return expanded;
    }

    private async Task<ExpandedStoryboard> Expand(Step<ExpandOrder> step, CancellationToken cancellation)
    {
        var tenant = new TenantBlobs(blobs, step.Tenant);
        var request = await tenant.GetJson(step.Order.Request, PipelineJson.Default.VideoRequest, cancellation);
        var written = await writer.Write(request, cancellation);
        var verdict = await moderator.Judge(ModeratedTexts.Of(written.Storyboard), [], cancellation);
        if (!verdict.Allowed)
        {
            throw new FinalException("moderation_blocked", Refusal.Message(verdict));
        }

        var storyboard = await tenant.PutJson(written.Storyboard, ContractJson.Default.Storyboard, cancellation);
        return new ExpandedStoryboard(
            storyboard,
            request.Channels,
            request.Link is not null && written.Storyboard.EndCard is null ? [.. written.Warnings, _unseenLink] : written.Warnings);
    }
}
