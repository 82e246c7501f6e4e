using Microsoft.EntityFrameworkCore;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Audits;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Fingerprints;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Watermarks;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Writes down the files of a rendition, so that they can be asked for once the video is delivered.</summary>
/// <param name="database">Where they are written down.</param>
/// <param name="marks">Which mark it carries.</param>
/// <param name="fingerprints">How it looks.</param>
/// <param name="audit">Where copies without visible label are written down.</param>
/// <param name="time">The clock.</param>
public sealed class RegisterRendition(
    SoraDatabase database, Watermarking marks, RenditionFingerprints fingerprints, AuditLog audit, TimeProvider time)
    : IActivity<Step<RegisterOrder>, Nothing>
{
    /// <summary>Its name and types.</summary>
    public static Activity<Step<RegisterOrder>, Nothing> Definition { get; } = new("RegisterRendition", 5);

    /// <inheritdoc/>
    public async Task<Nothing> Run(Step<RegisterOrder> step, CancellationToken cancellation)
    {
        var order = step.Order;
        var files = new Dictionary<string, BlobRef>(order.Cut)
        {
            [OutputNames.Video] = order.Stamped.Video,
            [FileNames.Manifest] = order.Stamped.Report,
            [FileNames.Storyboard] = order.Storyboard,
        };
        foreach (var (name, file) in order.Stamped.Others ?? new Dictionary<string, BlobRef>())
        {
            files[name] = file;
        }

        // What manifest and fingerprint are made with; nobody asks for it.
        files.Remove(OutputNames.ManifestPicture);
        if (files.Remove(OutputNames.Frames, out var frames))
        {
            await fingerprints.Add(step.Tenant, step.VideoId, order.Channel, frames, cancellation);
        }

        var known = await database.VideoFiles
            .Where(row => row.VideoId == step.VideoId && row.Channel == order.Channel)
            .Select(row => row.Name)
            .ToListAsync(cancellation);
        database.VideoFiles.AddRange(files
            .Where(file => !known.Contains(file.Key))
            .Select(file => RowOf(step.VideoId, order.Channel, file.Key, file.Value)));
        var mark = (long)Watermarking.IdOf(step.VideoId, order.Channel).Value;
        if (marks.Key is not null && !await database.Watermarks.AnyAsync(
            row => row.Mark == mark && row.VideoId == step.VideoId && row.Channel == order.Channel, cancellation))
        {
            database.Watermarks.Add(new WatermarkRow
            {
                Mark = mark,
                VideoId = step.VideoId,
                Channel = order.Channel,
                TenantId = step.Tenant,
                Sha256 = order.Stamped.Video.Sha256,
                At = time.GetUtcNow(),
            });
        }

        await KeepManifests(step, cancellation);
        await database.SaveChangesAsync(cancellation);
        if (order.Stamped.Clean is { } clean)
        {
            await audit.Append(
                step.Tenant,
                new AuditEntry(
                    "clean-copy.delivered",
                    $"{step.VideoId}/{order.Channel}",
                    $"{order.Stamped.Video.Sha256} for {string.Join(", ", clean.Markets)}",
                    time.GetUtcNow().AddMonths(clean.MonthsKept)),
                cancellation);
        }

        return Nothing.Value;
    }

    private async Task KeepManifests(Step<RegisterOrder> step, CancellationToken cancellation)
    {
        List<KeptManifest> manifests = [.. step.Order.Stamped.Manifest is { } own ? [own] : Array.Empty<KeptManifest>(), .. step.Order.Stamped.OtherManifests ?? []];
        var labels = manifests.Select(kept => kept.Label).ToList();
        var known = await database.Manifests.Where(row => labels.Contains(row.Label)).Select(row => row.Label).ToListAsync(cancellation);
        database.Manifests.AddRange(manifests.Where(kept => !known.Contains(kept.Label)).Select(kept => new ManifestRow
        {
            Label = kept.Label,
            TenantId = step.Tenant,
            VideoId = step.VideoId,
            Channel = step.Order.Channel,
            Name = kept.Name,
            Path = kept.Store.Path,
            At = time.GetUtcNow(),
        }));
    }

    internal static VideoFileRow RowOf(string videoId, string channel, string name, BlobRef file) => new()
    {
        VideoId = videoId,
        Channel = channel,
        Name = name,
        Path = file.Path,
        Sha256 = file.Sha256,
        Length = file.Length,
        MediaType = file.MediaType,
    };
}
