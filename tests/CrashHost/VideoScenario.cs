using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Local.Hosting;
using SoraFunctions.Media.Cuts;
using SoraFunctions.Pipeline;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Videos;
using SoraFunctions.Service;

namespace SoraFunctions.CrashHost;

/// <summary>The real pipeline with all its stages, but for an engine that films grey frames.</summary>
internal static class VideoScenario
{
    public const string Tenant = "acme";
    public const string VideoId = "video_0123456789abcdef0123456789abcdef";

    public static LocalOptions OptionsFor(string folder) =>
        new() { DataFolder = Path.Combine(folder, "data"), PublicUrl = "http://localhost:7071" };

    public static CrashScenario Make(string folder, Journal journal, Deaths deaths)
    {
        var options = OptionsFor(folder);
        var data = new DataFolder(options.DataFolder);
        var services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.None))
            .AddLocalPorts(options, data)
            .AddSingleton<IWorker>(_ => new RenderDesk(
                new DeskOptions { Folder = data.Worker, Attempts = 100 },
                [new TinyEngine(journal, deaths)],
                async (order, asset, output, progress, cancellation) =>
                {
                    deaths.At(new(Deaths.BeforeEffect, "cut", 0));
                    var made = await CutRoom.Make(order, asset, output, progress, cancellation);
                    journal.Write("cut");
                    deaths.At(new(Deaths.AfterEffect, "cut", 0));
                    return made.Warnings;
                }))
            .AddSoraPipeline();
        return new CrashScenario(
            PipelineJson.Default.Options,
            PipelineServices.Catalog(),
            services,
            client => Drive(client, services, journal));
    }

    public static VideoRequest Request { get; } = new()
    {
        Seconds = 2,
        Size = new FrameSize(256, 256),
        Language = "en",
        Link = new LinkWish("https://shop.example.com/ball"),
        Seed = 5,
        Storyboard = new Storyboard
        {
            Title = "Ball",
            Cast = [new Subject { Id = "ball", Name = "Ball", Form = Form.Ball }],
            Shots =
            [
                new Shot { Id = "one", Seconds = 1, Subjects = ["ball"] },
                new Shot { Id = "two", Seconds = 1, Subjects = ["ball"], Action = Deed.Bounce },
            ],
        },
    };

    /// <summary>Orders the video, as a client does that asks again after each crash, and waits for its end.</summary>
    private static async Task Drive(IOrchestrationClient client, IServiceCollection services, Journal journal)
    {
        await using var provider = services.AddSingleton(client).BuildServiceProvider();
        await LocalHost.Prepare(provider, CancellationToken.None);
        using var scope = provider.CreateScope();
        await scope.ServiceProvider.GetRequiredService<VideoIntake>()
            .Accept(new NewVideo(Tenant, VideoId, "world", Request), CancellationToken.None);
        var end = await client.WaitForEnd(VideoId, CancellationToken.None);
        var row = await scope.ServiceProvider.GetRequiredService<SoraDatabase>().Videos.AsNoTracking().SingleAsync();
        journal.Write($"{end.State} {row.Status} {row.Progress}{end.Error}{row.ErrorMessage}");
    }
}
