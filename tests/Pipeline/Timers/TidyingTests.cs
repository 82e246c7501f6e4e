using SoraFunctions.Pipeline.Audits;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Tests.Doubles;
using SoraFunctions.Pipeline.Timers;

namespace SoraFunctions.Pipeline.Tests.Timers;

public class TidyingTests : IAsyncLifetime
{
    private readonly ListedOrchestrations _orchestrations = new();
    private readonly SetClock _clock = new();
    private FileDatabase _database = null!;

    public async Task InitializeAsync() => _database = await Start();

    public Task DisposeAsync()
    {
        _database.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task What_nobody_will_ask_for_any_more_is_forgotten_and_the_rest_stays()
    {
        _database.Add(
            FileDatabase.Row("video_made", VideoStatus.Completed, _clock.Now), FileDatabase.Row("video_now", VideoStatus.InProgress, _clock.Now));
        await using (var database = _database.Open())
        {
            database.Idempotency.AddRange(Answer("old", -25), Answer("new", -23));
            database.VideoParts.AddRange(Part("video_made"), Part("video_now"), Part("video_gone"));
            database.DailySalts.AddRange(Salt("2026-11-21"), Salt("2026-11-22"));
            await database.SaveChangesAsync();
        }

        await using (var database = _database.Open())
        {
            await new Tidying(database, _orchestrations, new AuditLog(database, _clock), _clock).Run(CancellationToken.None);
        }

        await using var left = _database.Open();
        Assert.Equal(["new"], left.Idempotency.Select(row => row.Key));
        Assert.Equal(["video_now"], left.VideoParts.Select(row => row.VideoId));
        Assert.Equal(["2026-11-22"], left.DailySalts.Select(row => row.Day));
        Assert.Equal([$"purge before {_clock.Now - TimeSpan.FromDays(30):O}"], _orchestrations.Calls);
    }

    /// <summary>The tables that are tested.</summary>
    private protected virtual Task<FileDatabase> Start() => Task.FromResult(new FileDatabase());

    private IdempotencyRow Answer(string key, int hours) =>
        new() { TenantId = "shop", Key = key, RequestHash = "", CreatedAt = _clock.Now.AddHours(hours) };

    private static VideoPartRow Part(string video) => new() { VideoId = video, Part = "Cut web", Weight = 0.1, Done = 0.5 };

    private static DailySaltRow Salt(string day) => new() { Day = day, Salt = new byte[32] };
}
