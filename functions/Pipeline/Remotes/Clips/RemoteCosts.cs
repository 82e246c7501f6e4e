using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Remotes.Servers;

namespace SoraFunctions.Pipeline.Remotes.Clips;

/// <summary>Books what remotes made, each clip once, and adds it up on the video that it was made for.</summary>
/// <param name="database">Where it is booked.</param>
/// <param name="time">The clock.</param>
public sealed class RemoteCosts(SoraDatabase database, TimeProvider time)
{
    /// <summary>Books a clip; again for the same key does nothing.</summary>
    /// <param name="key">What it was ordered by.</param>
    /// <param name="tenant">Who pays.</param>
    /// <param name="videoId">For which video.</param>
    /// <param name="server">Who made it.</param>
    /// <param name="seconds">How long it was ordered.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task Book(string key, string tenant, string videoId, RemoteServer server, int seconds, CancellationToken cancellation)
    {
        var id = $"{tenant}.{key}";
        var microDollars = (long)decimal.Round(server.Terms.PricePerSecond * seconds * 1_000_000);
        await using var together = await database.Database.BeginTransactionAsync(cancellation);
        if (await database.Usage.AnyAsync(row => row.Id == id, cancellation))
        {
            return;
        }

        var row = database.Usage.Add(new UsageRow
        {
            Id = id,
            TenantId = tenant,
            VideoId = videoId,
            Engine = server.Name,
            Milliseconds = seconds * 1_000L,
            MicroDollars = microDollars,
            At = time.GetUtcNow(),
        });
        try
        {
            await database.SaveChangesAsync(cancellation);
            await database.Videos.Where(video => video.Id == videoId && video.TenantId == tenant).ExecuteUpdateAsync(
                change => change.SetProperty(video => video.MicroDollars, video => (video.MicroDollars ?? 0) + microDollars), cancellation);
            await together.CommitAsync(cancellation);
        }
        catch (DbUpdateException) when (!cancellation.IsCancellationRequested)
        {
            // Another run of the same activity was quicker.
        }
        finally
        {
            row.State = EntityState.Detached;
        }
    }
}
