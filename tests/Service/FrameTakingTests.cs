using System.IO.Compression;
using System.Text;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Films;

namespace SoraFunctions.Service.Tests;

/// <summary>The frames that a worker takes out of a file for whoever looks for marks in it.</summary>
public sealed class FrameTakingTests : IDisposable
{
    private readonly string _video = Path.Combine(Path.GetTempPath(), $"sora-frames-{Guid.NewGuid():n}.mp4");

    public void Dispose() => File.Delete(_video);

    [Fact]
    public async Task Frames_are_small_grey_pictures_at_the_rate_that_was_asked_for()
    {
        await using (var writer = new VideoWriter(_video, new FrameFormat(320, 256, 24)))
        {
            for (var frame = 0; frame < 24; frame++)
            {
                var pixels = writer.Rent();
                pixels.AsSpan().Fill((byte)(10 * frame));
                await writer.Write(pixels, default);
            }

            await writer.Complete(default);
        }

        var (end, film) = await Take(await File.ReadAllBytesAsync(_video));

        Assert.Equal(RenderState.Completed, end.State);
        var line = film.AsSpan().IndexOf((byte)'\n');
        Assert.Equal("YUV4MPEG2 W160 H128 F8000:1000 Ip A1:1 Cmono", Encoding.ASCII.GetString(film, 0, line));
        Assert.Equal(8, (film.Length - line - 1) / (6 + 160 * 128));
        Assert.True(film[^1] > film[line + 7] + 100);
    }

    [Theory]
    [InlineData("no film at all")]
    [InlineData("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n")]
    [InlineData("ffconcat version 1.0\nfile 'other.mp4'\n")]
    public async Task File_that_is_none_or_names_other_files_is_a_bad_asset(string content)
    {
        var (end, _) = await Take(Jobs.Bytes(content));
        Assert.Equal(("bad_asset", false), (end.Error?.Code, end.Error?.Transient));
    }

    private static async Task<(RenderStatus End, byte[] Film)> Take(byte[] file)
    {
        await using var desk = new DeskUnderTest();
        await desk.Worker.Put(Jobs.Hash(file), new MemoryStream(file), default);
        await desk.Worker.Submit("k", new FramesJob(new FramesOrder(Jobs.Hash(file), 8, 30, 128)), default);
        var end = await desk.Worker.End("k");
        if (end.State != RenderState.Completed)
        {
            return (end, []);
        }

        using var packed = new GZipStream(new MemoryStream(await desk.Worker.Read(end.Outputs.Single().Sha256)), CompressionMode.Decompress);
        using var film = new MemoryStream();
        await packed.CopyToAsync(film);
        return (end, film.ToArray());
    }
}
