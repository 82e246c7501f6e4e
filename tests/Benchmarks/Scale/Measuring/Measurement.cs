using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SoraFunctions.Benchmarks.Scale.Service;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Local.Hosting;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Channels;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Videos;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Benchmarks.Scale.Measuring;

/// <summary>Makes a video through the whole pipeline in this process and counts what each stage cost.</summary>
internal static class Measurement
{
    private const string Tenant = "scale";

    /// <summary>Measures. A tiny video goes before, so that code is compiled and fonts are read.</summary>
    /// <param name="size">Raster.</param>
    /// <param name="seconds">Length.</param>
    /// <param name="command">What the user typed.</param>
    public static async Task<Measured> Take(FrameSize size, decimal seconds, string command)
    {
        var folder = Directory.CreateTempSubdirectory("sora-scale-").FullName;
        try
        {
            var meter = new StageMeter();
            var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
            builder.Services.AddSoraLocal(new LocalOptions { DataFolder = folder, PublicUrl = "http://localhost:7071" });
            meter.Attach(builder.Services);
            using var host = builder.Build();
            await LocalHost.Prepare(host.Services, CancellationToken.None);
            await host.StartAsync();
            await Make(host.Services, meter, Request(new FrameSize(256, 256), 2, 1));
            meter.Take();
            var file = await Make(host.Services, meter, Request(size, seconds, 2));
            await host.StopAsync();
            var stages = meter.Take();
            return new Measured
            {
                Where = new MeasuredWhere(
                    DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Machine(), command),
                Pixels = size.Width * size.Height,
                Seconds = (double)seconds,
                Shots = stages[RenderShot.Definition.Name].Runs,
                VideoBytes = file.Length,
                Stages = stages,
            };
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static VideoRequest Request(FrameSize size, decimal seconds, long seed) =>
        Sample.Of(seconds, ChannelProfile.Default.Name) with { Size = size, Seed = seed };

    private static async Task<VideoFileRow> Make(IServiceProvider services, StageMeter meter, VideoRequest request)
    {
        using var scope = services.CreateScope();
        var intake = scope.ServiceProvider.GetRequiredService<VideoIntake>();
        var id = intake.NewId();
        await meter.Stage("Accept", () => intake.Accept(new NewVideo(Tenant, id, request.Engine, request), CancellationToken.None));
        await scope.ServiceProvider.GetRequiredService<IOrchestrationClient>().WaitForEnd(id, CancellationToken.None);
        var database = scope.ServiceProvider.GetRequiredService<SoraDatabase>();
        database.ChangeTracker.Clear();
        var video = await database.Videos.AsNoTracking().FirstAsync(row => row.Id == id);
        return video.Status == VideoStatus.Completed
            ? await database.VideoFiles.AsNoTracking().FirstAsync(row => row.VideoId == id && row.Name == OutputNames.Video)
            : throw new InvalidOperationException($"The video was not made: {video.ErrorMessage}");
    }

    private static string Machine()
    {
        var model = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal));
        return $"{model?[(model.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() ?? "unknown processor"}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}";
    }
}
