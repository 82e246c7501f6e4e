using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Pipeline.Videos;

/// <summary>
/// Shows how far a video is: to listeners at once, in the database by whole per cents that never fall, and not oftener than anybody asks.
/// </summary>
/// <param name="database">Where the row is.</param>
/// <param name="feed">Where listeners are.</param>
/// <param name="time">The clock.</param>
public sealed class StageProgress(SoraDatabase database, ProgressFeed feed, TimeProvider time)
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(2);

    private int _shown;
    private DateTimeOffset _shownAt = DateTimeOffset.MinValue;

    /// <summary>Notes that a part of a stage is so far.</summary>
    /// <param name="note">How far.</param>
    /// <param name="share">The part's share of its stage, over 0 to 1.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task Show(StageNote note, double share, CancellationToken cancellation)
    {
        feed.Publish(note);
        var weight = WeightOf(note.Stage) * share;
        var percent = (int)(weight * note.Done * 100);
        if (note.Done < 1 && (percent <= _shown || time.GetUtcNow() - _shownAt < _pause))
        {
            return;
        }

        (_shown, _shownAt) = (percent, time.GetUtcNow());
        await Keep(note, weight, cancellation);
        await Sum(note.VideoId, cancellation);
    }

    /// <summary>What remains to a hundred is delivery's.</summary>
    private static double WeightOf(Stage stage) => stage switch
    {
        Stage.Moderation => 0.01,
        Stage.Storyboard => 0.02,
        Stage.Render => 0.82,
        Stage.Cut => 0.1,
        Stage.Provenance or Stage.Commerce => 0.02,
        _ => 0,
    };

    private async Task Keep(StageNote note, double weight, CancellationToken cancellation)
    {
        var part = $"{note.Stage} {note.Part}".TrimEnd();
        if (await Raise() > 0)
        {
            return;
        }

        var entry = database.VideoParts.Add(
            new VideoPartRow { VideoId = note.VideoId, Part = part, Weight = weight, Done = note.Done });
        try
        {
            await database.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException) when (!cancellation.IsCancellationRequested)
        {
            // Another run of the same activity was quicker.
            entry.State = EntityState.Detached;
            await Raise();
        }

        entry.State = EntityState.Detached;

        Task<int> Raise() => database.VideoParts.Where(row => row.VideoId == note.VideoId && row.Part == part)
            .ExecuteUpdateAsync(
                row => row.SetProperty(one => one.Done, one => one.Done < note.Done ? note.Done : one.Done), cancellation);
    }

    private async Task Sum(string videoId, CancellationToken cancellation)
    {
        var overall = await database.VideoParts.Where(row => row.VideoId == videoId)
            .SumAsync(row => row.Weight * row.Done, cancellation);
        var percent = Math.Clamp((int)Math.Round(overall * 100, 6), 0, 99);
        await database.Videos
            .Where(row => row.Id == videoId && row.Status < VideoStatus.Completed
                && (row.Progress < percent || row.Status == VideoStatus.Queued))
            .ExecuteUpdateAsync(
                row => row.SetProperty(video => video.Progress, video => video.Progress < percent ? percent : video.Progress)
                    .SetProperty(video => video.Status, VideoStatus.InProgress),
                cancellation);
    }
}
