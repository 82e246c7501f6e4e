using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SoraFunctions.Commerce;
using SoraFunctions.Local.Hosting;
using SoraFunctions.Media.Cuts;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Videos;
using SoraFunctions.Provenance.Stamping;
using SoraFunctions.World;
using Spectre.Console;

namespace SoraFunctions.Local.Rendering;

/// <summary>Makes one video in this process. The same request has the same id, so it is made once and answered from then on.</summary>
internal static class OneVideo
{
    private const string _tenant = "local";
    private static readonly Type[] _parts =
    [
        typeof(VideoOrchestration), typeof(WorldEngine), typeof(CutRoom), typeof(ProvenanceStamp), typeof(CommerceDocument),
    ];

    /// <summary>Runs <c>sora render</c>.</summary>
    /// <returns>The exit code: 0 made, 1 refused or failed, 2 bad request.</returns>
    public static async Task<int> Render(RenderArguments arguments, LocalOptions options, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        using var host = LocalHost.Build(options, quiet: true);
        using var scope = host.Services.CreateScope();
        await LocalHost.Prepare(host.Services, cancellation);
        var request = await RequestFile.Read(arguments, scope.ServiceProvider, _tenant, cancellation);
        if (request is null)
        {
            return 2;
        }

        await host.StartAsync(cancellation);
        var video = await ProgressBoard.Show(async board =>
        {
            using var listening = host.Services.GetRequiredService<ProgressFeed>().Listen(board.Take);
            var made = await Make(host.Services, IdOf(request), request, cancellation);
            return (Row: made, Times: board.Times.ToList());
        });
        await host.StopAsync(CancellationToken.None);
        if (video.Row.Status == VideoStatus.Failed)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]{video.Row.ErrorCode}[/]: {video.Row.ErrorMessage}");
            return 1;
        }

        var folder = arguments.Output?.FullName
            ?? Path.Combine("out", arguments.Request.Directory?.Name ?? Path.GetFileNameWithoutExtension(arguments.Request.Name));
        var files = await OutputFolder.Fill(folder, video.Row, scope.ServiceProvider, cancellation);
        SummaryTable.Print(folder, video.Row, request, files, video.Times, clock.Elapsed, options);
        return 0;
    }

    private static async Task<VideoRow> Make(
        IServiceProvider services, string id, VideoRequest request, CancellationToken cancellation)
    {
        using var scope = services.CreateScope();
        var database = scope.ServiceProvider.GetRequiredService<SoraDatabase>();
        var orchestrations = scope.ServiceProvider.GetRequiredService<IOrchestrationClient>();
        var failed = await database.Videos
            .Where(row => row.Id == id && row.Status == VideoStatus.Failed).ExecuteDeleteAsync(cancellation);
        if (failed > 0)
        {
            await orchestrations.Purge(id, cancellation);
        }

        await scope.ServiceProvider.GetRequiredService<VideoIntake>()
            .Accept(new NewVideo(_tenant, id, request.Engine, request), cancellation);
        var end = await orchestrations.WaitForEnd(id, cancellation);
        database.ChangeTracker.Clear();
        var row = await database.Videos.AsNoTracking().FirstAsync(video => video.Id == id, cancellation);
        if (row.Status is not VideoStatus.Completed and not VideoStatus.Failed)
        {
            row.Status = VideoStatus.Failed;
            row.ErrorCode = "server_error";
            row.ErrorMessage = end.Error ?? "The orchestration ended without a video.";
        }

        return row;
    }

    /// <summary>The id follows from the request and from every part that decides the video, so a newer build makes a new one.</summary>
    private static string IdOf(VideoRequest request)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(request, PipelineJson.Default.VideoRequest);
        var builds = _parts.SelectMany(part => part.Module.ModuleVersionId.ToByteArray());
        return $"video_{Convert.ToHexStringLower(SHA256.HashData([.. builds, .. content]))[..32]}";
    }
}
