using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Pipeline.Verifications;

/// <summary>Finds out which renditions a file may be a copy of.</summary>
/// <param name="database">What was made here.</param>
public sealed class MatchLookup(SoraDatabase database)
{
    /// <summary>What led to a rendition, the strongest first.</summary>
    public const string ByFile = "file", ByManifest = "manifest", ByWatermark = "watermark", ByFingerprint = "fingerprint";

    private const int Most = 8;

    /// <summary>The renditions, each once, with the strongest of what led to it.</summary>
    /// <param name="sha256">Content hash of the file.</param>
    /// <param name="manifest">Label of its manifest, if that is ours and holds.</param>
    /// <param name="picture">What its picture tells.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<Match>> Find(string sha256, string? manifest, PictureEvidence picture, CancellationToken cancellation)
    {
        var value = (long?)picture.Mark?.Id.Value;
        var marked = await database.Watermarks.AsNoTracking()
            .Where(row => row.Sha256 == sha256 || row.Mark == value)
            .OrderBy(row => row.At).Take(Most)
            .ToListAsync(cancellation);
        var found = marked.Select(row => (row.VideoId, row.Channel, row.TenantId, row.At, Same: row.Sha256 == sha256, By: row.Sha256 == sha256 ? ByFile : ByWatermark)).ToList();
        if (manifest is not null && await database.Manifests.AsNoTracking().SingleOrDefaultAsync(row => row.Label == manifest, cancellation) is { } kept
            && !found.Exists(one => one.VideoId == kept.VideoId && one.Channel == kept.Channel))
        {
            found.Add((kept.VideoId, kept.Channel, kept.TenantId, kept.At, false, ByManifest));
        }

        found.AddRange(picture.Copies
            .Where(copy => !found.Exists(one => one.VideoId == copy.VideoId && one.Channel == copy.Channel))
            .Select(copy => (copy.VideoId, copy.Channel, copy.TenantId, copy.At, false, ByFingerprint)));
        var ids = found.Select(one => one.VideoId).Distinct().ToList();
        var videos = await database.Videos.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellation);
        var manifests = await database.Manifests.AsNoTracking().Where(row => ids.Contains(row.VideoId) && row.Name == null).ToListAsync(cancellation);
        return
        [
            .. found.Select(one => new Match(
                one.VideoId,
                one.Channel,
                one.TenantId,
                one.At,
                one.By,
                one.Same,
                picture.Copies.FirstOrDefault(copy => copy.VideoId == one.VideoId && copy.Channel == one.Channel) is { } copy ? Math.Round(copy.Match.Agreement, 3) : null,
                manifests.Find(row => row.VideoId == one.VideoId && row.Channel == one.Channel)?.Label,
                videos.TryGetValue(one.VideoId, out var video) ? RequestOf(video) : null)),
        ];
    }

    private static MatchedRequest RequestOf(VideoRow video) =>
        new(video.CreatedAt, video.Prompt, video.Model, video.Size, video.Seconds, video.RemixedFrom);
}
