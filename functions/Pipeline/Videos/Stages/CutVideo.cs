using System.Text;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Channels;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Labels;
using SoraFunctions.Pipeline.Links;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Stamping;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Videos.Captions;
using SoraFunctions.Pipeline.Watermarks;
using SoraFunctions.Provenance.Labels;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Has the clips of a rendition cut, sounded, captioned and labelled.</summary>
/// <param name="jobs">How to have it done.</param>
/// <param name="blobs">Where storyboards and clips lie.</param>
/// <param name="results">Where results are kept.</param>
/// <param name="progress">Who is told.</param>
/// <param name="marks">Which mark it carries.</param>
/// <param name="links">Where its viewers are sent.</param>
/// <param name="translations">Captions in other languages.</param>
public sealed class CutVideo(
    WorkerJobs jobs, IBlobStore blobs, StageResults results, StageProgress progress, Watermarking marks, RenditionLinks links, CaptionTranslations translations)
    : IActivity<Step<CutStepOrder>, CutFiles>
{
    /// <summary>Its name and types.</summary>
    public static Activity<Step<CutStepOrder>, CutFiles> Definition { get; } = new("CutVideo", 4);

    /// <inheritdoc/>
    public async Task<CutFiles> Run(Step<CutStepOrder> step, CancellationToken cancellation)
    {
        var version = $"{Definition.Name}/{Definition.Version}/{ChannelTable.Version}/{LabelTable.Version}";
        var files = await results.Once(
            step,
            version,
            PipelineJson.Default.CutStepOrder,
            PipelineJson.Default.CutFiles,
            async () =>
            {
                var order = await OrderOf(step, cancellation);
                var made = await jobs.Do(
                    step.Tenant, version, new CutJob(order), done => Show(step, done, cancellation), cancellation);
                var files = await WithHotspots(step, order, made.Files, cancellation);
                var (captioned, warnings) = await translations.Of(step, order.Storyboard, files, cancellation);
                return new CutFiles(captioned, [.. made.Warnings, .. warnings]) { Work = ShotWork.Of(order, made) };
            },
            cancellation);
        await Show(step, 1, cancellation);
        return files;
    }

    private async Task<CutOrder> OrderOf(Step<CutStepOrder> step, CancellationToken cancellation)
    {
        var tenant = new TenantBlobs(blobs, step.Tenant);
        var request = await tenant.GetJson(step.Order.Request, PipelineJson.Default.VideoRequest, cancellation);
        var storyboard = await tenant.GetJson(step.Order.Storyboard, ContractJson.Default.Storyboard, cancellation);
        var channel = Renditions.ProfileOf(step.Order.Channel);
        return new CutOrder
        {
            Storyboard = storyboard,
            Clips = step.Order.Clips,
            Format = Renditions.FormatOf(request, step.Order.Channel),
            SafeZone = channel.SafeZone,
            Link = channel.Takes(BurntIn.Link) ? await LinkOf(step, cancellation) : null,
            Offer = channel.Takes(BurntIn.Link) && request.Link?.Discount is { } code ? DiscountWords.Of(code, storyboard.Language) : null,
            Label = LabelPlan.For(request.Markets, storyboard.Language, request.CleanCopy).Words,
            Metadata = new Dictionary<string, string>
            {
                ["title"] = storyboard.Title,
                [AigcLabel.MetadataKey] = AigcLabel.ForGenerated(DeliveredFile.Producer, step.Order.ContentId).ToJson(),
            },
            Loudness = channel.Sound.Loudness,
            TruePeak = channel.Sound.TruePeak,
            Silent = !channel.Sound.Has,
            LoopSeconds = channel.LoopSeconds,
            Limits = new DeliveryLimits
            {
                LeastBitRate = channel.File.LeastBitRate,
                MostBitRate = channel.File.MostBitRate,
                LeastSoundBitRate = channel.File.LeastSoundBitRate,
                MostBytes = channel.File.MostBytes,
                EditList = channel.File.EditList,
            },
            Outputs = request.Outputs,
            Music = request.MusicWish?.File is { } own ? new OwnMusic(own.Sha256) : null,
            Mark = marks.MarkOf(step.VideoId, step.Order.Channel),
            Voice = request.VoiceWish?.File is { } spoken ? new OwnVoice(spoken.Sha256) : null,
            Seed = request.Seed,
        };
    }

    private async Task<string?> LinkOf(Step<CutStepOrder> step, CancellationToken cancellation) => step.Order.Link is null
        ? null
        : await links.Of(step.Tenant, step.VideoId, step.Order.Channel, cancellation) ?? step.Order.Link;

    private async Task<IReadOnlyDictionary<string, BlobRef>> WithHotspots(
        Step<CutStepOrder> step, CutOrder order, IReadOnlyDictionary<string, BlobRef> files, CancellationToken cancellation)
    {
        if (ProductHotspots.ProductOf(order.Storyboard) is null || await LinkOf(step, cancellation) is not { } link)
        {
            return files;
        }

        var tenant = new TenantBlobs(blobs, step.Tenant);
        var logs = await Task.WhenAll(order.Clips.Select(clip => tenant.GetJson(clip.Log, ContractJson.Default.ClipLog, cancellation)));
        return ProductHotspots.TrackOf(order, logs, new Uri(link)) is not { } track ? files : new Dictionary<string, BlobRef>(files)
        {
            [FileNames.Hotspots] = await tenant.Put(Encoding.UTF8.GetBytes(track), "text/vtt", cancellation),
        };
    }

    private Task Show(Step<CutStepOrder> step, double done, CancellationToken cancellation) =>
        progress.Show(new StageNote(step.VideoId, Stage.Cut, step.Order.Channel, done), step.Share, cancellation);
}
