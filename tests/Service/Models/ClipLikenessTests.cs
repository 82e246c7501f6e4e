using System.Text.Json;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Films;
using SoraFunctions.Media.Pictures;
using SoraFunctions.Service.Models;

namespace SoraFunctions.Service.Tests.Models;

public sealed class ClipLikenessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sora-likeness-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_sharpest_picture_is_taken_and_what_shows_nobody_stays_whole()
    {
        var video = await Film(320, 240, 12, (frame, x, y) => (byte)(frame is >= 6 and < 9 ? ((x / 8) + (y / 8)) % 2 * 255 : 120));

        var (facts, picture) = await Take(video);

        Assert.Equal((320, 240, false), (facts.Width, facts.Height, facts.CutOut));
        Assert.InRange(facts.Second, 1.4, 2.3);
        Assert.Equal((320, 240), (picture.Width, picture.Height));
        Assert.True(Enumerable.Range(0, 320).Select(x => picture.Rgba[(4 * ((100 * 320) + x)) + 1]).Distinct().Count() > 1);
        Assert.All(Enumerable.Range(0, 320 * 240), i => Assert.Equal(255, picture.Rgba[(4 * i) + 3]));
        Assert.NotEqual(facts.Faces is null, facts.Notes.Count == 0);
    }

    [Fact]
    public async Task Clip_that_is_too_long_or_none_is_a_bad_asset()
    {
        var none = Path.Combine(_folder, "none.mp4");
        await File.WriteAllTextAsync(none, "no film");
        var far = await Film(64, 64, (LikenessOrder.MostSeconds + 1) * 4, (_, _, _) => 90);

        await Assert.ThrowsAsync<InvalidDataException>(() => Take(none));
        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => Take(far));
        Assert.Contains("accepted are up to 20", refused.Message);
    }

    [Fact]
    public async Task A_desk_does_it_as_a_job_and_one_that_cannot_says_so()
    {
        var film = await File.ReadAllBytesAsync(await Film(128, 96, 8, (_, x, _) => (byte)x));
        await using var desk = new DeskUnderTest(likeness: new WorkerModels().Likeness.Take);
        await using var other = new DeskUnderTest();

        var (made, refused) = (await Run(desk.Worker, film), await Run(other.Worker, film));

        Assert.Equal([OutputNames.Likeness, OutputNames.LikenessFacts], made.Outputs.Select(output => output.Name));
        await using var facts = await desk.Worker.Open(made.Outputs[1].Sha256, default);
        Assert.Equal((128, 96), (await JsonSerializer.DeserializeAsync(facts, ContractJson.Default.LikenessFacts)) is { } read ? (read.Width, read.Height) : default);
        Assert.Equal(("no_likeness", false), (refused.Error?.Code, refused.Error?.Transient));
        var unreadable = await Run(desk.Worker, Jobs.Bytes("no film"));
        Assert.Equal(("bad_asset", false), (unreadable.Error?.Code, unreadable.Error?.Transient));
    }

    private static async Task<RenderStatus> Run(Contract.IWorker worker, byte[] film)
    {
        await worker.Put(Jobs.Hash(film), new MemoryStream(film), default);
        var status = await worker.Submit(Jobs.Hash(film), new LikenessJob(new LikenessOrder(Jobs.Hash(film))), default);
        return status.State == RenderState.Failed ? status : await worker.End(Jobs.Hash(film));
    }

    private async Task<(LikenessFacts Facts, DecodedPicture Picture)> Take(string video)
    {
        var target = Path.Combine(_folder, "likeness.png");
        return (await new WorkerModels().Likeness.Take(video, target, default), await PictureDecoder.Decode(target, default));
    }

    private async Task<string> Film(int width, int height, int frames, Func<int, int, int, byte> grey)
    {
        var path = Path.Combine(_folder, $"{Guid.NewGuid():n}.mp4");
        await using var writer = new VideoWriter(path, new FrameFormat(width, height, 4));
        for (var frame = 0; frame < frames; frame++)
        {
            var pixels = writer.Rent();
            pixels.AsSpan().Fill(128);
            for (var i = 0; i < width * height; i++)
            {
                pixels[i] = grey(frame, i % width, i / width);
            }

            await writer.Write(pixels, default);
        }

        await writer.Complete(default);
        return path;
    }
}
