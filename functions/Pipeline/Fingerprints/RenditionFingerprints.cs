using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Verifications;
using SoraFunctions.Provenance.Fingerprints;

namespace SoraFunctions.Pipeline.Fingerprints;

/// <summary>Keeps how renditions look, so that copies of them are known again.</summary>
/// <param name="database">Where that is kept.</param>
/// <param name="blobs">Where the frames of cuts lie.</param>
/// <param name="time">The clock.</param>
public sealed class RenditionFingerprints(SoraDatabase database, IBlobStore blobs, TimeProvider time)
{
    /// <summary>Takes the fingerprint of a rendition and adds it to what the database will save; nothing when it has it, or the video was deleted.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="videoId">Of which video.</param>
    /// <param name="channel">For which channel.</param>
    /// <param name="frames">What the cut left: <see cref="Contract.Renders.OutputNames.Frames"/>.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task Add(string tenant, string videoId, string channel, BlobRef frames, CancellationToken cancellation)
    {
        if (await database.Fingerprints.AnyAsync(row => row.VideoId == videoId && row.Channel == channel, cancellation)
            || !await database.Videos.AnyAsync(row => row.Id == videoId, cancellation))
        {
            return;
        }

        await using var content = await new TenantBlobs(blobs, tenant).Open(frames, cancellation);
        database.Fingerprints.Add(new FingerprintRow
        {
            VideoId = videoId,
            Channel = channel,
            TenantId = tenant,
            Algorithm = Fingerprint.Algorithm,
            Content = (await Of(content, cancellation)).ToBytes(),
            At = time.GetUtcNow(),
        });
    }

    /// <summary>Removes those of a video for good.</summary>
    /// <param name="videoId">Which.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task Remove(string videoId, CancellationToken cancellation) =>
        database.Fingerprints.Where(row => row.VideoId == videoId).ExecuteDeleteAsync(cancellation);

    /// <summary>The fingerprint of a film.</summary>
    /// <param name="frames">YUV4MPEG2 of one plane, gzip.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InvalidDataException">They are something else.</exception>
    internal static async Task<Fingerprint> Of(Stream frames, CancellationToken cancellation)
    {
        FingerprintReader? reader = null;
        await foreach (var frame in Y4mReader.Read(frames, cancellation))
        {
            reader ??= new FingerprintReader(frame.Width, frame.Height);
            reader.Add(frame.Luma.Span, frame.Seconds);
        }

        return reader?.Fingerprint() ?? new Fingerprint([]);
    }
}
