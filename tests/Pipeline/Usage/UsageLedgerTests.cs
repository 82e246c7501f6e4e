using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Tests.Doubles;
using SoraFunctions.Pipeline.Usage;
using SoraFunctions.Pipeline.Videos;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Pipeline.Tests.Usage;

public class UsageLedgerTests : IAsyncLifetime
{
    private static readonly PriceTable _prices = PriceTable.Read("""[{"per":"work-second","usd":0.0000333,"since":"2026-01-01"},{"per":"megapixel","usd":0.00000007,"since":"2026-01-01"}]""");

    private readonly SetClock _clock = new();

    private FileDatabase _file = null!;

    public async Task InitializeAsync() => _file = await Start();

    public Task DisposeAsync()
    {
        _file.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Entry_is_booked_once_however_often_and_by_how_many_it_is_tried()
    {
        _file.Add(FileDatabase.Row("video_1", VideoStatus.InProgress, _clock.Now));
        var entry = new UsageEntry("shop.k", "shop", "video_1", UsageStage.Render, "world", new UsageAmounts { WorkMilliseconds = 90_000 });

        var booked = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            await using var database = _file.Open();
            return await new UsageLedger(database, _prices, _clock).Book(entry, default);
        })));

        Assert.Single(booked, true);
        Assert.Equal(2_997, _file.Video("video_1").MicroDollars);
    }

    [Fact]
    public async Task What_a_stage_took_does_not_make_its_kept_result_forgotten()
    {
        var order = new ShotOrder { Shot = new Shot { Id = "hook", Seconds = 2, Subjects = [] }, Cast = [], Look = new Look(), Seed = 1, Format = new FrameFormat(640, 360), Engine = "world" };
        var made = new WorkerResult(new Dictionary<string, BlobRef>(), []) { Took = new WorkDone(90, "cpu") };
        var (results, times) = (new StageResults(new MemoryBlobs()), 0);
        for (var turn = 0; turn < 2; turn++)
        {
            var shot = await results.Once(
                new Step<ShotOrder>("shop", "video_1", order), "RenderShot/1", ContractJson.Default.ShotOrder, PipelineJson.Default.RenderedShot,
                () => Task.FromResult(new RenderedShot($"picture {++times}", "log", []) { Work = ShotWork.Of(order, made) }), default);
            Assert.Equal(("picture 1", 90), (shot.Picture, shot.Work!.Amounts.WorkMilliseconds));
        }
    }

    [Fact]
    public async Task Crashes_between_all_steps_leave_a_ledger_that_is_the_sum_of_the_history()
    {
        string[] videos = [.. Enumerable.Range(0, 6).Select(index => $"video_{index}")];
        foreach (var (index, video) in videos.Index())
        {
            using var database = _file.Open();
            var row = FileDatabase.Row(video, VideoStatus.InProgress, _clock.Now);
            database.Videos.Add(row);
            database.Entry(row).Property(one => one.Metadata).CurrentValue = $$"""{"project":"p{{index % 2}}","campaign":"c{{index % 3}}"}""";
            await database.SaveChangesAsync();
        }

        // Every second shot is in two videos: it is made once and booked once.
        var steps = videos.SelectMany(video => Enumerable.Range(0, 5).Select(shot => new RenderStep(
            "shop", video, new RenderOrder(shot % 2 == 0 ? $"shared-{shot}" : $"{video}-{shot}"), "web", 1))).ToList();
        var (random, history, blobs) = (new Random(7), new List<RenderedShot>(), new MemoryBlobs());
        var made = 0;
        foreach (var step in steps)
        {
            _clock.Now += TimeSpan.FromHours(3);
            while (await Attempt(step) is var shot)
            {
                if (shot is not null)
                {
                    history.Add(shot);
                    break;
                }
            }
        }

        var works = history.Select(shot => shot.Work!).DistinctBy(work => work.Key).ToList();
        await using var read = _file.Open();
        var book = new UsageBook(read);
        foreach (var group in Enum.GetValues<UsageGroup>())
        {
            var sums = await book.Sums("shop", group, "2026-01-01", "2027-12-31", default);
            Assert.Equal(works.Count, sums.Sum(sum => sum.Entries));
            Assert.Equal(works.Sum(work => work.Amounts.WorkMilliseconds), sums.Sum(sum => sum.Amounts.WorkMilliseconds));
            Assert.Equal(works.Sum(work => work.Amounts.Pixels), sums.Sum(sum => sum.Amounts.Pixels));
            Assert.Equal(works.Sum(work => _prices.MicroDollars(work.Stage, work.Engine, _clock.Now, work.Amounts)), sums.Sum(sum => sum.MicroDollars));
        }

        Assert.Equal(await read.Usage.SumAsync(row => row.MicroDollars), await read.Videos.SumAsync(row => row.MicroDollars ?? 0));
        Assert.True(made > works.Count, "no shot was made twice, so nothing was tested");
        Assert.True((await book.Sums("shop", UsageGroup.Day, "2026-01-01", "2027-12-31", default)).Count > 2);
        Assert.Empty(await book.Sums("other", UsageGroup.Day, "2026-01-01", "2027-12-31", default));

        async Task<RenderedShot?> Attempt(RenderStep step)
        {
            var entry = MeteredStages.Around(new ActivityEntry("RenderShot", typeof(RenderStep), typeof(RenderedShot), async (_, input, cancellation) =>
            {
                var asked = (RenderStep)input!;
                var shot = await new StageResults(blobs).Once(
                    new Step<RenderOrder>(asked.Tenant, asked.VideoId, asked.Order), "t", PipelineJson.Default.RenderOrder, PipelineJson.Default.RenderedShot,
                    () =>
                    {
                        made++;
                        Crash(random);
                        var amounts = new UsageAmounts { WorkMilliseconds = random.Next(1, 100_000), Pixels = random.NextInt64(1L << 40) };
                        return Task.FromResult(new RenderedShot("a", "b", []) { Work = new StageWork(asked.Order.Shot, UsageStage.Render, $"engine-{random.Next(3)}", amounts) });
                    },
                    cancellation);
                Crash(random);
                return shot;
            }));
            await using var database = _file.Open();
            await using var services = new ServiceCollection().AddSingleton(new UsageLedger(database, _prices, _clock)).BuildServiceProvider();
            try
            {
                var output = await entry.Run(services, step, default);
                Crash(random);
                return (RenderedShot)output!;
            }
            catch (IOException)
            {
                return null;
            }
        }
    }

    [Fact]
    public async Task Storage_is_booked_once_a_day_by_what_is_on_the_shelf()
    {
        _file.Add(FileDatabase.Row("video_1", VideoStatus.Completed, _clock.Now - TimeSpan.FromDays(3)));
        await using var database = _file.Open();
        database.VideoFiles.Add(new VideoFileRow { VideoId = "video_1", Channel = "web", Name = "video.mp4", Path = "p", Sha256 = "s", Length = 3L << 30, MediaType = "video/mp4" });
        await database.SaveChangesAsync();
        var booking = new StorageBooking(database, new UsageLedger(database, PriceTable.Free, _clock), _clock);

        await booking.Run(default);
        await booking.Run(default);
        _clock.Now += TimeSpan.FromDays(1);
        await booking.Run(default);

        var sums = await new UsageBook(database).Sums("shop", UsageGroup.Day, "2026-01-01", "2027-01-01", default);
        Assert.Equal([("2026-11-21", 3L << 30), ("2026-11-22", 3L << 30)], sums.Select(sum => (sum.Name, sum.Amounts.ByteDays)));
    }

    /// <summary>The tables that are tested.</summary>
    private protected virtual Task<FileDatabase> Start() => Task.FromResult(new FileDatabase());

    private static void Crash(Random random)
    {
        if (random.Next(4) == 0)
        {
            throw new IOException("The process died here.");
        }
    }
}
