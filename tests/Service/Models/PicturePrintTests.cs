using System.Text.Json;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Pictures;
using SoraFunctions.Service.Models;

namespace SoraFunctions.Service.Tests.Models;

/// <summary>By what a worker finds copies of a picture.</summary>
public sealed class PicturePrintTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sora-print-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Margins_and_what_is_clear_do_not_count()
    {
        var plain = await Taken(await Picture(200, 160, Figure));
        var framed = await Taken(await Picture(400, 300, (x, y) => x is >= 90 and < 290 && y is >= 40 and < 200 ? Figure(x - 90, y - 40) : White));
        var clear = await Taken(await Picture(300, 300, (x, y) => x is >= 50 and < 250 && y is >= 20 and < 180 ? Figure(x - 50, y - 20) : default));

        Assert.Equal((0, 0), (plain.DistanceTo(framed), plain.DistanceTo(clear)));
        Assert.True(plain.IsCopyOf(framed) && plain.IsCopyOf(clear));
    }

    [Fact]
    public async Task Another_picture_is_no_copy_and_an_even_one_is_taken_whole()
    {
        var one = await Taken(await Picture(200, 160, Figure));
        var other = await Taken(await Picture(200, 160, (x, y) => ((x / 50) + (y / 20)) % 2 == 0 ? ((byte)20, (byte)90, (byte)200, (byte)255) : ((byte)240, (byte)220, (byte)30, (byte)255)));
        Assert.False(one.IsCopyOf(other));
        Assert.NotNull(await Taken(await Picture(40, 40, (_, _) => White)));
    }

    [Fact]
    public async Task A_desk_does_it_as_a_job_and_one_that_cannot_says_so()
    {
        var file = await File.ReadAllBytesAsync(await Picture(64, 48, Figure));
        await using var desk = new DeskUnderTest(fingerprint: new WorkerModels().Fingerprint.Take);
        await using var other = new DeskUnderTest();

        var (made, refused, broken) = (await Run(desk.Worker, file), await Run(other.Worker, file), await Run(desk.Worker, Jobs.Bytes("no picture")));

        var read = JsonSerializer.Deserialize(await desk.Worker.Read(Assert.Single(made.Outputs).Sha256), ContractJson.Default.PictureFingerprint)!;
        Assert.Equal(read.Problem is null, read.Features.Count == 1280);
        Assert.Equal(read.Problem is null, made.Warnings.Count == 0);
        Assert.Equal(("no_fingerprint", false), (refused.Error?.Code, refused.Error?.Transient));
        Assert.Equal(("bad_asset", false), (broken.Error?.Code, broken.Error?.Transient));
    }

    private static (byte Red, byte Green, byte Blue, byte Alpha) White => (250, 248, 251, 255);

    // Corners of different colours: nothing of it is a margin.
    private static (byte Red, byte Green, byte Blue, byte Alpha) Figure(int x, int y) =>
        ((byte)(x + 20), (byte)(y + 40), (byte)((((x - 60) * (x - 60)) + ((y - 90) * (y - 90))) < 1600 ? 230 : 15), 255);

    private static Task<PictureFingerprint> Taken(string path) => new WorkerModels().Fingerprint.Take(path, default);

    private static async Task<RenderStatus> Run(Contract.IWorker worker, byte[] file)
    {
        await worker.Put(Jobs.Hash(file), new MemoryStream(file), default);
        var status = await worker.Submit(Jobs.Hash(file), new FingerprintJob(new FingerprintOrder(Jobs.Hash(file))), default);
        return status.State == RenderState.Failed ? status : await worker.End(Jobs.Hash(file));
    }

    private async Task<string> Picture(int width, int height, Func<int, int, (byte Red, byte Green, byte Blue, byte Alpha)> colour)
    {
        var rgba = new byte[4 * width * height];
        for (var i = 0; i < width * height; i++)
        {
            (rgba[4 * i], rgba[(4 * i) + 1], rgba[(4 * i) + 2], rgba[(4 * i) + 3]) = colour(i % width, i / width);
        }

        var path = Path.Combine(_folder, $"{Guid.NewGuid():n}.png");
        await PngWriter.Write(new DecodedPicture(width, height, rgba), path, default);
        return path;
    }
}
