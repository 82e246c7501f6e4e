using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Advertising;
using SoraFunctions.Pipeline.Channels;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Rights;
using SoraFunctions.Pipeline.Sounds;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Retellings;
using SoraFunctions.Pipeline.Usage;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Turns a request into a storyboard, and judges that too: a harmless prompt can expand badly. Then tells it for each channel.</summary>
/// <param name="writer">Who writes.</param>
/// <param name="moderation">The judges of tenants.</param>
/// <param name="music">Has the caller's own music listened to.</param>
/// <param name="speech">Has what is said in his sound heard.</param>
/// <param name="blobs">Where requests and storyboards lie.</param>
/// <param name="results">Where results are kept.</param>
/// <param name="progress">Who is told.</param>
/// <param name="rights">Knows what belongs to whom, and who may show it.</param>
public sealed class ExpandStoryboard(
    IStoryboardWriter writer, TenantModeration moderation, MusicListening music, SpeechListening speech, IBlobStore blobs, StageResults results, StageProgress progress, RightsGate rights)
    : IActivity<Step<ExpandOrder>, ExpandedStoryboard>
{
    private const string _unseenLink =
        "The storyboard has no end card, so no QR code is shown; the tracked link is in commerce.json.";

    /// <summary>Its name and types.</summary>
    public static Activity<Step<ExpandOrder>, ExpandedStoryboard> Definition { get; } = new("ExpandStoryboard", 3);

    /// <inheritdoc/>
    public async Task<ExpandedStoryboard> Run(Step<ExpandOrder> step, CancellationToken cancellation)
    {
        var tenant = new TenantBlobs(blobs, step.Tenant);
        var request = await tenant.GetJson(step.Order.Request, PipelineJson.Default.VideoRequest, cancellation);
        var held = await rights.Of(step.Tenant, request, cancellation);
        var judge = await moderation.Of(step.Tenant, cancellation);
        var expanded = await judge.Ask(moderator => results.Once(
            step,
            $"{Definition.Name}/{Definition.Version}/{writer.Name}/{moderator.Policy}/{AdLaw.Version}/{ChannelTable.Version}{held.Key}{speech.Name}",
            PipelineJson.Default.ExpandOrder,
            PipelineJson.Default.ExpandedStoryboard,
            () => Expand(step, tenant, request, held, moderator, judge.Terms.Limits, cancellation),
            cancellation));

        // Of a storyboard that was kept too: registry and grants are other ones from day to day.
        await rights.Claim(step.Tenant, step.VideoId, held, ModeratedTexts.Of(await tenant.GetJson(expanded.Storyboard, ContractJson.Default.Storyboard, cancellation)), [], cancellation);
        await progress.Show(new StageNote(step.VideoId, Stage.Storyboard, "", 1), step.Share, cancellation);
        return expanded;
    }

    private async Task<ExpandedStoryboard> Expand(
        Step<ExpandOrder> step, TenantBlobs tenant, VideoRequest request, HeldRights held, IModerator moderator, ModerationLimits limits, CancellationToken cancellation)
    {
        request = await music.Heard(step.Tenant, request, cancellation);
        var written = await writer.Write(request, cancellation);
        var (said, unheard) = await speech.Heard(step.Tenant, request, cancellation);
        if (said.Count > 0)
        {
            written = written with { Storyboard = written.Storyboard with { Sound = written.Storyboard.Sound with { Said = said } } };
        }

        var texts = held.Lifted(ModeratedTexts.Of(written.Storyboard));
        var verdict = FindingSpans.Located(await moderator.Judge(texts, [], cancellation), texts);
        var review = verdict.Outcome == ModerationOutcome.Review && step.Order.MayReview is true;
        if (!verdict.Allowed && !review)
        {
            throw new FinalException(RightsGate.CodeOf(verdict, limits), Refusal.Message(verdict, limits));
        }

        var law = AdLaw.Review(written.Storyboard, request.Markets);
        if (law.Refusals.Count > 0)
        {
            throw new FinalException("advertising_law", string.Join(' ', law.Refusals));
        }

        var storyboard = await tenant.PutJson(law.Storyboard, ContractJson.Default.Storyboard, cancellation);
        var told = request.Channels.Select(channel => Retelling.For(law.Storyboard, Renditions.ProfileOf(channel))).ToList();
        var filmed = Renditions.Filmed(request.Quality, [.. request.Channels.Zip(told, (channel, story) => (Renditions.FormatOf(request, channel), story.Storyboard))]);
        var renditions = new List<ToldRendition>();
        foreach (var (i, channel) in request.Channels.Index())
        {
            renditions.Add(new ToldRendition(channel, await tenant.PutJson(told[i].Storyboard, ContractJson.Default.Storyboard, cancellation), filmed[i]));
        }

        return new ExpandedStoryboard(
            storyboard,
            request.Channels,
            [.. VerdictWarnings.Of(review ? verdict.Findings : []), .. written.Warnings, .. unheard, .. told.SelectMany(story => story.Warnings), .. law.Warnings, .. LinkWarnings(request, law.Storyboard)],
            renditions,
            review ? verdict.Findings : null)
        {
            Work = written.Tokens == 0 ? null : new StageWork(
                StageWork.KeyOf(UsageStage.Storyboard, step.Order, PipelineJson.Default.ExpandOrder, writer.Name),
                UsageStage.Storyboard,
                writer.Name,
                new UsageAmounts { Tokens = written.Tokens }),
        };
    }

    private static IEnumerable<string> LinkWarnings(VideoRequest request, Storyboard storyboard)
    {
        if (request.Link is null)
        {
            return [];
        }

        return storyboard.EndCard is null
            ? [_unseenLink]
            : request.Channels.Where(channel => !Renditions.ProfileOf(channel).Takes(BurntIn.Link))
                .Select(channel => $"{channel} takes no link in the picture, so no QR code is shown there.");
    }
}
