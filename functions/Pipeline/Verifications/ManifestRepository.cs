using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Fingerprints;
using SoraFunctions.Pipeline.Stamping;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Watermarks;
using SoraFunctions.Provenance.Fingerprints;
using SoraFunctions.Provenance.Watermarks;

namespace SoraFunctions.Pipeline.Verifications;

/// <summary>Keeps the manifests of renditions apart from their files, and finds them by what a copy without manifest still has.</summary>
/// <param name="database">Where they are written down.</param>
/// <param name="blobs">Where they lie.</param>
/// <param name="library">How renditions look.</param>
public sealed class ManifestRepository(SoraDatabase database, IBlobStore blobs, FingerprintLibrary library)
{
    /// <summary>Media type of a manifest store (C2PA 2.2, section 11.4).</summary>
    public const string MediaType = "application/c2pa";

    private const int MostAlike = 8;

    /// <summary>The manifests of files that carry a mark: first that of the video, then those of its stills and streams.</summary>
    /// <param name="mark">What the mark says.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<ManifestRow>> ByMark(WatermarkId mark, CancellationToken cancellation)
    {
        var value = (long)mark.Value;
        var rows = await (
            from carried in database.Watermarks
            join kept in database.Manifests on new { carried.VideoId, carried.Channel } equals new { kept.VideoId, kept.Channel }
            where carried.Mark == value
            select kept).AsNoTracking().ToListAsync(cancellation);
        return
        [
            .. rows.Where(row => row.Name is null || DeliveredFile.Of(row.Name).Marked)
                .OrderBy(row => row.Name is not null).ThenBy(row => row.At).ThenBy(row => row.Label, StringComparer.Ordinal),
        ];
    }

    /// <summary>The manifests that a soft binding of a manifest leads to; none when its algorithm is not one of ours.</summary>
    /// <param name="algorithm">Name of the algorithm.</param>
    /// <param name="value">Its value, as the manifest has it.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<IReadOnlyList<ManifestRow>> ByBinding(string algorithm, ReadOnlyMemory<byte> value, CancellationToken cancellation) => algorithm switch
    {
        Watermarking.Algorithm when WatermarkId.Parse(Convert.ToHexStringLower(value.Span)) is { } mark => ByMark(mark, cancellation),
        Fingerprint.Algorithm when value.Length % Descriptor.Bytes == 0 => ByLook(Fingerprint.Parse(value.Span), cancellation),
        _ => Task.FromResult<IReadOnlyList<ManifestRow>>([]),
    };

    /// <summary>The manifests of renditions that look like a fingerprint, in whole or in part, the likeliest first.</summary>
    /// <param name="look">The fingerprint.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<ManifestRow>> ByLook(Fingerprint look, CancellationToken cancellation)
    {
        var copies = await library.Find(FingerprintQuery.Of(look), MostAlike, cancellation);
        var ids = copies.Select(copy => copy.VideoId).Distinct().ToList();
        var kept = await database.Manifests.AsNoTracking().Where(row => ids.Contains(row.VideoId) && row.Name == null).ToListAsync(cancellation);
        return
        [
            .. from copy in copies
               from row in kept
               where row.VideoId == copy.VideoId && row.Channel == copy.Channel
               orderby copy.Match.Chance, row.At, row.Label
               select row,
        ];
    }

    /// <summary>The manifest of that label; null when it is not kept.</summary>
    /// <param name="label">Such as <c>urn:c2pa:…</c>.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<ManifestRow?> Find(string label, CancellationToken cancellation) =>
        database.Manifests.AsNoTracking().SingleOrDefaultAsync(row => row.Label == label, cancellation);

    /// <summary>The manifest store; null when it is gone.</summary>
    /// <param name="manifest">Which.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<Stream?> Open(ManifestRow manifest, CancellationToken cancellation) => blobs.Open(manifest.Path, cancellation);

    /// <summary>Deletes what is kept of a video. May be repeated; what breaks off in the middle is done by the next call.</summary>
    /// <param name="videoId">The video.</param>
    /// <param name="cancellation">Stops after the present step.</param>
    public async Task Remove(string videoId, CancellationToken cancellation)
    {
        foreach (var path in await database.Manifests.Where(row => row.VideoId == videoId).Select(row => row.Path).ToListAsync(cancellation))
        {
            await blobs.Delete(path, cancellation);
        }

        await database.Manifests.Where(row => row.VideoId == videoId).ExecuteDeleteAsync(cancellation);
    }
}
