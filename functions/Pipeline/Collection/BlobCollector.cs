using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Workers;

namespace SoraFunctions.Pipeline.Collection;

/// <summary>
/// Deletes blobs that no row leads to any more: what deleted videos, redacted shops and erased tenants were made with. What is put or used again counts as
/// used at that time, and what was used within <see cref="Age"/> is left alone; so a stage that relies on a blob has put or refreshed it
/// a short while ago, or written down that its video needs it (<see cref="VideoTrail"/>) before it gave its output. A blob that is refreshed between
/// the look at the rows and its deletion is not deleted: the store deletes what was not used since. Of a video that is deleted and ordered again meanwhile
/// some blobs may go: a stage whose result leads to one that is gone is done again.
/// </summary>
/// <param name="database">The rows.</param>
/// <param name="blobs">The blobs.</param>
/// <param name="needed">Which of them rows lead to.</param>
/// <param name="fleet">The workers, who have copies of what they were given and made.</param>
/// <param name="time">The clock.</param>
public sealed class BlobCollector(SoraDatabase database, IBlobStore blobs, NeededBlobs needed, WorkerFleet fleet, TimeProvider time)
{
    /// <summary>How long ago a blob must have been used: longer than any one activity takes.</summary>
    public static TimeSpan Age { get; } = TimeSpan.FromHours(24);

    /// <summary>Deletes what is not needed and was not used within <see cref="Age"/>.</summary>
    /// <param name="cancellation">Stops it; the rest is deleted by the next run.</param>
    public Task<CollectedBlobs> Run(CancellationToken cancellation) => Run(Age, BlobPath.All, cancellation);

    /// <summary>Deletes what is not needed and was not used for some time.</summary>
    /// <param name="age">For how long; less than <see cref="Age"/> only where nothing of the tenants is being made.</param>
    /// <param name="below">Whose: <see cref="BlobPath.All"/>, or <c>tenants/{tenant}/</c>.</param>
    /// <param name="cancellation">Stops it; the rest is deleted by the next run.</param>
    public async Task<CollectedBlobs> Run(TimeSpan age, string below, CancellationToken cancellation)
    {
        // An activity that did not stop in time may write after its video's end.
        await database.VideoTrails.Where(row => !database.Videos.Any(video => video.Id == row.VideoId)).ExecuteDeleteAsync(cancellation);
        var since = time.GetUtcNow() - age;
        var (count, bytes, hashes) = (0, 0L, new HashSet<string>());
        (string Tenant, NeededNames Names)? present = null;
        await foreach (var blob in blobs.List(below, cancellation))
        {
            if (blob.UsedAt >= since)
            {
                continue;
            }

            var tenant = BlobPath.TenantOf(blob.Path);
            if (present?.Tenant != tenant)
            {
                present = (tenant, await needed.Of(tenant, cancellation));
            }

            if (!present.Value.Names.Contains(blob.Path) && await blobs.DeleteUnused(blob.Path, since, cancellation))
            {
                (count, bytes) = (count + 1, bytes + blob.Length);
                if (BlobPath.HashOf(blob.Path) is { } hash)
                {
                    hashes.Add(hash);
                }
            }
        }

        await fleet.Forget(hashes, cancellation);
        if (database.Database.ProviderName != SoraDatabase.Postgres)
        {
            // SQLite's log holds rows as they were before they were deleted.
            await database.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)", cancellation);
        }

        return new CollectedBlobs(count, bytes);
    }
}
