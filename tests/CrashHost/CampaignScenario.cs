using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SoraFunctions.Api;
using SoraFunctions.Contract;
using SoraFunctions.Local.Hosting;
using SoraFunctions.Pipeline;
using SoraFunctions.Pipeline.Campaigns;
using SoraFunctions.Pipeline.Campaigns.Runs;
using SoraFunctions.Pipeline.Campaigns.Wire;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Requests.Wire;
using SoraFunctions.Pipeline.Videos;
using SoraFunctions.Pipeline.Videos.Stages;
using SoraFunctions.Service;

namespace SoraFunctions.CrashHost;

/// <summary>A run of a campaign through the real service of one machine, but that making a video is a sleep of known length.</summary>
internal static class CampaignScenario
{
    /// <summary>Environment variable: how many cells, in hundreds; 1 to 100.</summary>
    public const string Hundreds = "SORA_CAMPAIGN_HUNDREDS";

    /// <summary>What the journal says of each video when it is made.</summary>
    public const string Made = "made ";

    /// <summary>Environment variable: set to have somebody else order single videos beside it.</summary>
    public const string Singles = "SORA_CAMPAIGN_SINGLES";

    /// <summary>What the journal says of each single video, with the milliseconds from its order to its end.</summary>
    public const string Single = "single ";

    private const string Tenant = "acme";
    private const string CampaignId = "camp_0123456789abcdef0123456789abcdef";
    private const int AtOnce = 64;
    private static readonly TimeSpan _sleep = TimeSpan.FromMilliseconds(50);
    private static readonly DateTimeOffset _due = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);
    private static readonly Activity<string, Nothing> _make = new("Sleep", 1);

    public static LocalOptions OptionsFor(string folder) =>
        new() { DataFolder = Path.Combine(folder, "data"), PublicUrl = "http://localhost:7071", Worker = new Uri("http://127.0.0.1:1") };

    public static CrashScenario Make(string folder, Journal journal, Deaths deaths)
    {
        var options = OptionsFor(folder);
        var data = new DataFolder(options.DataFolder);
        var late = new LateClient();
        var services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.None))
            .AddLocalPorts(options, data)
            .AddSingleton<IWorker>(_ => new RenderDesk(new DeskOptions { Folder = data.Worker }, [new TinyEngine(journal, deaths)], (_, _, _, _, _) => throw new NotSupportedException()))
            .AddSingleton<IOrchestrationClient>(late)
            .AddSingleton(new CampaignOptions { VideosAtOnce = AtOnce, VideosOfEngine = AtOnce, Look = TimeSpan.FromMilliseconds(100) })
            .AddSingleton(journal)
            .AddTransient<SleepCode>()
            .AddSoraApi(new ApiOptions())
            .AddSoraPipeline();
        return new CrashScenario(PipelineJson.Default.Options, Catalog(), services, client => Drive(client, late, services, journal));
    }

    public static CampaignWish Wish(int hundreds) => new()
    {
        Name = "Ten thousand",
        Products = [.. Enumerable.Range(0, hundreds).Select(number => new CampaignProduct
        {
            Sku = $"sku-{number}", Product = new AdProduct { Title = $"Product {number}" },
        })],
        Locales = ["en", "de-DE", "fr-FR", "es-ES", "zh-CN"],
        Channels = ["web", "tiktok", "instagram-reels", "youtube-shorts", "instagram-feed"],
        Variants = [new() { Name = "a" }, new() { Name = "b", Hook = "Look" }, new() { Name = "c", Hook = "New" }, new() { Name = "d", Setting = "at the sea" }],
    };

    private static OrchestrationCatalog Catalog()
    {
        var catalog = PipelineServices.Catalog().Add<SleepCode, string, Nothing>(_make);
        var orchestrations = (Dictionary<string, OrchestrationEntry>)catalog.Orchestrations;
        var entry = orchestrations[VideoOrchestration.Definition.Name];
        orchestrations[entry.Name] = entry with
        {
            Codes = [.. entry.Codes.Select(code => code with { Run = async (context, input) => await MakeVideo(context, (VideoOrder)input!) })],
        };
        return catalog;
    }

    private static async Task<Nothing> MakeVideo(IOrchestrationContext context, VideoOrder order)
    {
        await context.Call(_make, order.VideoId);
        await context.Call(DeliverVideo.Definition, new Step<DeliverOrder>(order.Tenant, order.VideoId, new DeliverOrder([], null)), RetryPolicy.Stubborn);
        return Nothing.Value;
    }

    /// <summary>Asks for the run, as a timer does that asks again after each crash, and waits for its end.</summary>
    private static async Task Drive(IOrchestrationClient client, LateClient late, IServiceCollection services, Journal journal)
    {
        await using var provider = services.BuildServiceProvider();
        await LocalHost.Prepare(provider, CancellationToken.None);
        late.Set(client);
        using var scope = provider.CreateScope();
        var hundreds = int.Parse(Environment.GetEnvironmentVariable(Hundreds) ?? "1", CultureInfo.InvariantCulture);
        var wish = Wish(hundreds);
        var campaign = await scope.ServiceProvider.GetRequiredService<CampaignDesk>().Create(Tenant, CampaignId, wish, CancellationToken.None);
        var run = await scope.ServiceProvider.GetRequiredService<RunBook>().Begin(campaign, wish, _due, 0, CancellationToken.None);
        journal.Write("accepted");
        var end = client.WaitForEnd(run.Id, CancellationToken.None);
        if (Environment.GetEnvironmentVariable(Singles) is not null)
        {
            await OrderSingles(provider, end, journal);
        }

        await end;
        await Report(provider, run.Id, journal);
    }

    /// <summary>Somebody orders a video by itself every two seconds, and waits for it.</summary>
    private static async Task OrderSingles(IServiceProvider provider, Task end, Journal journal)
    {
        for (var number = 0; !end.IsCompleted; number++)
        {
            using var scope = provider.CreateScope();
            var intake = scope.ServiceProvider.GetRequiredService<VideoIntake>();
            var (id, start) = (intake.NewId(), Stopwatch.GetTimestamp());
            await intake.Accept(new NewVideo("somebody", id, "world", new VideoRequest { Prompt = $"Ball {number}" }), CancellationToken.None);
            await provider.GetRequiredService<IOrchestrationClient>().WaitForEnd(id, CancellationToken.None);
            journal.Write(string.Create(CultureInfo.InvariantCulture, $"{Single}{Stopwatch.GetElapsedTime(start).TotalMilliseconds:0}"));
            await Task.Delay(TimeSpan.FromSeconds(2));
        }
    }

    private static async Task Report(IServiceProvider provider, string runId, Journal journal)
    {
        using var scope = provider.CreateScope();
        var database = scope.ServiceProvider.GetRequiredService<SoraDatabase>();
        var run = await database.CampaignRuns.AsNoTracking().SingleAsync(row => row.Id == runId);
        var done = await database.CampaignCells.CountAsync(cell => cell.RunId == runId && cell.State == CellState.Done);
        var videos = await database.CampaignCells.Where(cell => cell.RunId == runId).Select(cell => cell.VideoId).Distinct().CountAsync();
        var completed = await database.Videos.CountAsync(video => video.TenantId == Tenant && video.Status == VideoStatus.Completed);
        using var process = Process.GetCurrentProcess();
        journal.Write($"{run.State} cells {run.Cells} done {done} videos {videos} completed {completed} of {await database.Videos.CountAsync(video => video.TenantId == Tenant)} peak {process.PeakWorkingSet64 / (1024 * 1024)} MiB");
    }

    private sealed class SleepCode(Journal journal) : IActivity<string, Nothing>
    {
        public async Task<Nothing> Run(string input, CancellationToken cancellation)
        {
            await Task.Delay(_sleep, cancellation);
            journal.Write(Made + input);
            return Nothing.Value;
        }
    }
}
