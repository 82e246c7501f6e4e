using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Tests.Doubles;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Pipeline.Tests.Videos;

public sealed class StageProgressTests : IDisposable
{
    private readonly FileDatabase _database = new();

    public StageProgressTests() => _database.Add(FileDatabase.Row("video", VideoStatus.Queued, DateTimeOffset.UnixEpoch));

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Progress_is_the_sum_of_all_parts_whichever_machine_makes_them()
    {
        await Show(Stage.Moderation, "", 1, 1);
        Assert.Equal((1, VideoStatus.InProgress), Shown());

        await Show(Stage.Render, "web 1", 0.5, 1);
        Assert.Equal(42, Shown().Progress);
        await Show(Stage.Render, "web 2", 0.5, 0.5);
        Assert.Equal(62, Shown().Progress);
    }

    [Fact]
    public async Task Of_two_channels_the_first_that_is_done_counts_for_half()
    {
        foreach (var stage in (Stage[])[Stage.Render, Stage.Cut, Stage.Provenance])
        {
            await Show(stage, "web", 0.5, 1);
        }

        Assert.Equal(47, Shown().Progress);
    }

    [Fact]
    public async Task Progress_never_falls_and_a_part_that_is_begun_again_counts_once()
    {
        await Show(Stage.Render, "web 1", 1, 0.8);
        await Show(Stage.Render, "web 1", 1, 0.1);
        await Show(Stage.Render, "web 1", 1, 0.9);

        Assert.Equal(73, Shown().Progress);
    }

    [Fact]
    public async Task Everything_but_delivery_is_ninety_nine()
    {
        foreach (var stage in Enum.GetValues<Stage>())
        {
            await Show(stage, "", 1, 1);
        }

        Assert.Equal(99, Shown().Progress);
    }

    [Fact]
    public async Task A_video_that_was_cancelled_shows_no_further_progress()
    {
        _database.Add(FileDatabase.Row("other", VideoStatus.Failed, DateTimeOffset.UnixEpoch));

        await Show(Stage.Render, "web 1", 1, 0.5, "other");

        Assert.Equal((0, VideoStatus.Failed), (_database.Video("other").Progress, _database.Video("other").Status));
    }

    [Fact]
    public async Task Parts_that_are_shown_at_once_from_several_machines_all_count()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(shot => Task.Run(() => Show(Stage.Render, $"web {shot % 4}", 0.25, 1))));

        Assert.Equal(82, Shown().Progress);
    }

    [Fact]
    public async Task The_database_is_told_at_most_every_two_seconds_and_of_the_end_at_once()
    {
        var clock = new SetClock();
        await using var database = _database.Open();
        var progress = new StageProgress(database, new ProgressFeed(), clock);
        async Task<int> After(double seconds, double done)
        {
            clock.Now += TimeSpan.FromSeconds(seconds);
            await progress.Show(new StageNote("video", Stage.Render, "web 1", done), 1, CancellationToken.None);
            return Shown().Progress;
        }

        Assert.Equal(16, await After(0, 0.2));
        Assert.Equal(16, await After(1.9, 0.5));
        Assert.Equal(49, await After(0.2, 0.6));
        Assert.Equal(82, await After(0, 1));
    }

    private (int Progress, VideoStatus Status) Shown() => (_database.Video("video").Progress, _database.Video("video").Status);

    private async Task Show(Stage stage, string part, double share, double done, string video = "video")
    {
        await using var database = _database.Open();
        await new StageProgress(database, new ProgressFeed(), TimeProvider.System).Show(new StageNote(video, stage, part, done), share, CancellationToken.None);
    }
}
