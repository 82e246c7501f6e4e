using System.Text;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Fingerprints;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Labels;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Rights;
using SoraFunctions.Pipeline.Signing;
using SoraFunctions.Pipeline.Stamping;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Verifications;
using SoraFunctions.Pipeline.Watermarks;
using SoraFunctions.Provenance.Fingerprints;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>
/// Signs a cut and all that is delivered with it: their bytes are final from here on. What a verifier says of the video is kept beside it.
/// </summary>
/// <param name="signers">Who signs.</param>
/// <param name="blobs">Where videos lie.</param>
/// <param name="results">Where results are kept.</param>
/// <param name="progress">Who is told.</param>
/// <param name="time">The clock, for the validity of certificates.</param>
/// <param name="marks">Which mark the cut carries.</param>
/// <param name="grants">By which grants it may show what it shows, and where that is booked.</param>
public sealed class StampProvenance(
    ISigners signers, IBlobStore blobs, StageResults results, StageProgress progress, TimeProvider time, Watermarking marks, GrantBook grants)
    : IActivity<Step<StampOrder>, StampedFiles>
{
    /// <summary>Its name and types.</summary>
    public static Activity<Step<StampOrder>, StampedFiles> Definition { get; } = new("StampProvenance", 7);

    private const int MostPictureBytes = 30_000;

    /// <inheritdoc/>
    public async Task<StampedFiles> Run(Step<StampOrder> step, CancellationToken cancellation)
    {
        var rights = await grants.Standing(step.Tenant, step.VideoId, cancellation);
        var stamped = await results.Once(
            step,
            $"{Definition.Name}/{Definition.Version}{GrantBook.KeyOf(rights)}",
            PipelineJson.Default.StampOrder,
            PipelineJson.Default.StampedFiles,
            () => Stamp(step, rights, cancellation),
            cancellation);
        await grants.Book(step.Tenant, step.VideoId, rights, cancellation);
        await progress.Show(new StageNote(step.VideoId, Stage.Provenance, ChannelOf(step), 1), step.Share, cancellation);
        return stamped;
    }

    private static string ChannelOf(Step<StampOrder> step) =>
        step.Order.ContentId[(step.Order.ContentId.IndexOf('/', StringComparison.Ordinal) + 1)..];

    private async Task<StampedFiles> Stamp(Step<StampOrder> step, IReadOnlyList<VideoRight> rights, CancellationToken cancellation)
    {
        var (order, tenant) = (step.Order, new TenantBlobs(blobs, step.Tenant));
        var stamp = new FileStamp(SigningFaults.Check(await signers.Of(step.Tenant, cancellation), time.GetUtcNow()), time);
        var manifests = new RenditionManifests(
            order,
            rights,
            await Ancestries(tenant, order.Origin, stamp.Anchors, cancellation),
            marks.BindingOf(step.VideoId, ChannelOf(step)),
            await LookOf(tenant, order, cancellation),
            await PictureOf(tenant, order, cancellation));

        var others = new Dictionary<string, BlobRef>();
        foreach (var (name, file) in (order.Others ?? new Dictionary<string, BlobRef>()).OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            if (name != OutputNames.ManifestPicture && DeliveredFile.CarriesManifest(name) || DeliveredFile.HoldsFiles(name))
            {
                others[name] = await Stamp(tenant, name, file, step.VideoId, manifests, stamp, cancellation);
            }
        }

        var video = await Stamp(tenant, OutputNames.Video, order.Video, step.VideoId, manifests, stamp, cancellation);
        var signed = stamp.Written[^1].Signed;
        var kept = new List<KeptManifest>();
        foreach (var (name, other) in stamp.Written.SkipLast(1).Where(file => DeliveredFile.KeepsManifest(file.Name)))
        {
            kept.Add(await Kept(tenant, other, cancellation) with { Name = name });
        }

        var plan = LabelPlan.For(order.Origin.Markets, "en", clean: order.Origin.Label is "");
        others[DeliveryRecord.FileName] = await Delivery(step, plan, video, signed).Put(tenant, cancellation);
        using var text = new MemoryStream(Encoding.UTF8.GetBytes(signed.Report.ToJson()), writable: false);
        return new StampedFiles(video, await tenant.PutManifest(text, "application/json", cancellation))
        {
            Manifest = await Kept(tenant, signed, cancellation),
            OtherManifests = kept.Count > 0 ? kept : null,
            Clean = order.Origin.Label is "" ? new CleanCopyRecord([.. plan.Markets.Select(market => market.Name)], plan.MonthsKept) : null,
            Others = others,
        };
    }

    private static async Task<KeptManifest> Kept(TenantBlobs tenant, Ancestry signed, CancellationToken cancellation) =>
        new(signed.ManifestLabel, await tenant.Put(signed.Store, ManifestRepository.MediaType, cancellation));

    /// <summary>The fingerprint of the delivered picture, whose frames were taken while it was encoded.</summary>
    private static async Task<Fingerprint?> LookOf(TenantBlobs tenant, StampOrder order, CancellationToken cancellation)
    {
        if (order.Others?.GetValueOrDefault(OutputNames.Frames) is not { } frames)
        {
            return null;
        }

        await using var content = await tenant.Open(frames, cancellation);
        return await RenditionFingerprints.Of(content, cancellation);
    }

    /// <summary>The small picture of the video; nothing where it came out large, for all that is made from the video carries it on.</summary>
    private static async Task<ReadOnlyMemory<byte>> PictureOf(TenantBlobs tenant, StampOrder order, CancellationToken cancellation) =>
        order.Others?.GetValueOrDefault(OutputNames.ManifestPicture) is { Length: <= MostPictureBytes } picture
            ? await tenant.Read(picture.Sha256, cancellation)
            : default(ReadOnlyMemory<byte>);

    private DeliveryRecord Delivery(Step<StampOrder> step, LabelPlan plan, BlobRef video, Ancestry signed) => new(
        step.VideoId,
        ChannelOf(step),
        video.Sha256,
        [.. plan.Markets.Select(market => market.Name)],
        step.Order.Origin.Label is "" ? null : step.Order.Origin.Label ?? plan.Words,
        signed.Report.AigcLabel is not null,
        signed.ManifestLabel,
        marks.Key is null ? null : Watermarking.IdOf(step.VideoId, ChannelOf(step)).ToString(),
        signed.Report.DigitalSourceTypes,
        DeliveryRecord.FlagsOf(ChannelOf(step)));

    private static async Task<BlobRef> Stamp(
        TenantBlobs tenant, string name, BlobRef file, string contentId, RenditionManifests manifests, FileStamp stamp, CancellationToken cancellation)
    {
        await using var source = await tenant.Open(file, cancellation);
        await using var stamped = ScratchFile.Open();
        if (DeliveredFile.HoldsFiles(name))
        {
            await StampedArchive.Write(source, stamped, path => ($"{name}/{path}", manifests.Of($"{name}/{path}", file.Sha256)), stamp, cancellation);
        }
        else
        {
            await using var labelled = await DeliveredFile.Labelled(name, source, contentId, manifests.SourceType, cancellation);
            stamp.Write(name, labelled, stamped, manifests.Of(name, file.Sha256), cancellation);
        }

        return await tenant.Put(stamped, file.MediaType, cancellation);
    }

    /// <summary>The manifests of what the video was made from, good or bad; ingredients that are gone have none.</summary>
    private async Task<Dictionary<string, Ancestry>> Ancestries(
        TenantBlobs tenant, VideoOrigin origin, TrustAnchors anchors, CancellationToken cancellation)
    {
        var found = new Dictionary<string, Ancestry>();
        foreach (var sha256 in (origin.PictureHashes ?? []).Append(origin.MusicHash).Append(origin.Parent?.Sha256).OfType<string>().Distinct())
        {
            if (!await blobs.Exists(tenant.PathOf(sha256), cancellation))
            {
                continue;
            }

            await using var content = await tenant.Open(sha256, cancellation);
            if (Ancestry.Read(content, anchors, time, cancellation) is { } ancestry && !found.Values.Any(ancestry.ClashesWith))
            {
                found[sha256] = ancestry;
            }
        }

        return found;
    }
}
