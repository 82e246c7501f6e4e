using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Players;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Pipeline.Reports;

/// <summary>Counts what players tell, by video, channel and day. Nothing about who watches is kept.</summary>
/// <param name="database">Where counts are.</param>
/// <param name="time">The clock.</param>
public sealed class PlayCounter(SoraDatabase database, TimeProvider time)
{
    /// <summary>The event that counts as an impression.</summary>
    public const string Impression = "impression";

    /// <summary>All events that are counted, in VAST's words.</summary>
    public static FrozenSet<string> Events { get; } = VastDocument.Events.Concat([Impression, "click", "error"]).ToFrozenSet();

    /// <summary>Counts one.</summary>
    /// <param name="tenant">Whose video.</param>
    /// <param name="videoId">Which video.</param>
    /// <param name="channel">Where it is shown.</param>
    /// <param name="what">One of <see cref="Events"/>.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task Count(string tenant, string videoId, string channel, string what, CancellationToken cancellation)
    {
        var day = DailySaltRow.DayOf(time.GetUtcNow());
        if (await Raise(videoId, channel, day, what, cancellation))
        {
            return;
        }

        var entry = database.Plays.Add(new PlayRow { VideoId = videoId, Channel = channel, Day = day, Event = what, TenantId = tenant, Count = 1 });
        try
        {
            await database.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Another machine began the day's count, unless the database is in trouble.
            entry.State = EntityState.Detached;
            if (!await Raise(videoId, channel, day, what, cancellation))
            {
                throw;
            }
        }
        finally
        {
            entry.State = EntityState.Detached;
        }
    }

    private async Task<bool> Raise(string videoId, string channel, string day, string what, CancellationToken cancellation) => await database.Plays
        .Where(row => row.VideoId == videoId && row.Channel == channel && row.Day == day && row.Event == what)
        .ExecuteUpdateAsync(row => row.SetProperty(play => play.Count, play => play.Count + 1), cancellation) > 0;
}
