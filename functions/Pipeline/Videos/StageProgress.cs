using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Pipeline.Videos;

/// <summary>Shows how far a video is: to listeners at once, in the database by whole per cents that never fall.</summary>
/// <param name="database">Where the row is.</param>
/// <param name="feed">Where listeners are.</param>
public sealed class StageProgress(SoraDatabase database, ProgressFeed feed)
{
    private int _shown = -1;

    /// <summary>Notes that a part of a stage is so far.</summary>
    /// <param name="note">How far.</param>
    /// <param name="overall">Done part of the whole video, 0 to 1; shown as at most 99 per cent, since 100 is delivery's.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task Show(StageNote note, double overall, CancellationToken cancellation)
    {
        feed.Publish(note);
        var percent = Math.Clamp((int)(overall * 100), 0, 99);
        if (percent <= _shown)
        {
            return;
        }

        _shown = percent;
        await database.Videos
            .Where(row => row.Id == note.VideoId && row.Progress < percent && row.Status < VideoStatus.Completed)
            .ExecuteUpdateAsync(
                row => row.SetProperty(video => video.Progress, percent)
                    .SetProperty(video => video.Status, VideoStatus.InProgress),
                cancellation);
    }
}
