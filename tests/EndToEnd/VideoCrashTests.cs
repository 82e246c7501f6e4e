using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Contract.Renders;
using SoraFunctions.CrashHost;
using SoraFunctions.Local.Durable;
using SoraFunctions.Local.Hosting;
using SoraFunctions.Local.Tests.Crash;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Signing;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.EndToEnd.Tests;

/// <summary>A video's way through the real pipeline, in a process that is killed again and again.</summary>
public class VideoCrashTests
{
    [Fact]
    public async Task A_video_whose_process_is_killed_around_and_within_every_stage_is_delivered_once_and_signed()
    {
        using var run = new CrashRun();
        await run.ToTheEnd(
            "video",
            Failpoint.ActivityBegins,
            Failpoint.ActivityEnded,
            Failpoint.BeforeCommit(WriteKind.Result),
            Failpoint.AfterCommit(WriteKind.Result),
            Deaths.BeforeEffect,
            Deaths.AfterEffect);

        Assert.Equal("Completed Completed 100", run.Journal[^1]);
        Assert.True(run.Died.Count > 30, $"It died only {run.Died.Count} times.");
        run.AssertNothingRecordedRanAgain();
        await AssertDelivered(run.Folder);
    }

    /// <summary>One row of each kind, whatever was repeated on the way, and a file that verifies.</summary>
    private static async Task AssertDelivered(string folder)
    {
        var options = VideoScenario.OptionsFor(folder);
        var data = new DataFolder(options.DataFolder);
        await using var services = new ServiceCollection().AddLocalPorts(options, data).BuildServiceProvider();
        using var scope = services.CreateScope();
        var database = scope.ServiceProvider.GetRequiredService<SoraDatabase>();
        Assert.Equal(1, await database.Videos.CountAsync());
        Assert.Equal(1, await database.CommerceLinks.CountAsync());
        var files = await database.VideoFiles.AsNoTracking().ToListAsync();
        Assert.Equal(13, files.Count);
        Assert.Equal(1, await database.Watermarks.CountAsync());
        var video = files.Single(file => file.Name == OutputNames.Video);
        await using var content = await services.GetRequiredService<IBlobStore>().Open(video.Path, CancellationToken.None);
        var report = ProvenanceReader.Verify(content!, (await services.GetRequiredService<ISigners>().Of("local", default)).TrustAnchors);
        Assert.Equal(VerificationState.Trusted, report.State);
    }
}
