using System.Globalization;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Running;
using SoraFunctions.World;

namespace SoraFunctions.Service.Tests;

/// <summary>The ffmpeg programs that jobs run: ended with their jobs, and counted with their memory.</summary>
public sealed class FfmpegTests
{
    [Fact]
    public async Task Cancelled_shot_leaves_no_ffmpeg_and_no_files()
    {
        var folder = Directory.CreateTempSubdirectory("sora-cancel-").FullName;
        await using (var desk = new RenderDesk(new DeskOptions { Folder = folder }, [new WorldEngine()], (_, _, _, _, _) => throw new NotSupportedException()))
        {
            await desk.Submit("k", new ShotJob(Long()), default);
            await Until(() => Programs(folder).Count > 0);

            await desk.Cancel("k", default);

            Assert.Equal("cancelled", (await desk.End("k")).Error?.Code);
            Assert.Empty(Programs(folder));
            Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(folder, "work")));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Cancelled_job_kills_an_ffmpeg_that_nobody_feeds()
    {
        await using var desk = new DeskUnderTest();
        var place = "";
        desk.Engine.Place = folder => Task.FromResult(place = folder);
        desk.Engine.Middle = (_, _, _, cancellation) => Endless(Path.Combine(place, "endless.mkv"), cancellation);
        await desk.Worker.Submit("k", Jobs.Shot(1), default);
        await Until(() => Programs(desk.Folder).Count > 0 && new FileInfo(Path.Combine(place, "endless.mkv")) is { Exists: true, Length: > 0 });

        await desk.Worker.Cancel("k", default);

        Assert.Equal("cancelled", (await desk.Worker.End("k")).Error?.Code);
        Assert.Empty(Programs(desk.Folder));
        Assert.False(Directory.Exists(place));
    }

    [Fact]
    public async Task Memory_of_ffmpeg_counts_as_that_of_the_worker()
    {
        using var stop = new CancellationTokenSource();
        // 30 pictures of 6 MB that the filter holds on to.
        var heavy = Ffmpeg.Run(["-re", "-f", "lavfi", "-i", "testsrc2=s=1920x1080:r=30,format=yuv444p,loop=loop=-1:size=30", "-t", "600", "-f", "null", "-"], stop.Token);
        await Until(() => heavy.IsCompleted || Ffmpeg.WorkingSet > 150 << 20);
        Assert.False(heavy.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => heavy);
    }

    private static Task Endless(string path, CancellationToken cancellation) =>
        Ffmpeg.Run(["-re", "-f", "lavfi", "-i", "testsrc2=s=64x64:r=10", "-t", "600", "-flush_packets", "1", path], cancellation);

    private static ShotOrder Long() => new()
    {
        Shot = new Shot { Id = "a", Seconds = 20, Subjects = ["ball"] },
        Cast = [new Subject { Id = "ball", Name = "Ball", Form = Form.Ball }],
        Look = new Look(),
        Format = new FrameFormat(256, 256, 24),
        Quality = Quality.Draft,
        Seed = 1,
    };

    /// <summary>The programs on this machine that name a folder in their arguments or work there.</summary>
    private static List<int> Programs(string folder) =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Select(path => int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id != 0 && id != Environment.ProcessId && Says(id, folder)),
    ];

    private static bool Says(int id, string folder)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline").Contains(folder, StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static async Task Until(Func<bool> done)
    {
        while (!done())
        {
            await Task.Delay(20);
        }
    }
}
