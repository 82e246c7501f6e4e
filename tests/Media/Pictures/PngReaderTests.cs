using SoraFunctions.Media.Pictures;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Media.Tests.Pictures;

public sealed class PngReaderTests : IDisposable
{
    private const int Width = 53;
    private const int Height = 31;

    private readonly WorkFolder _folder = new();

    public static TheoryData<string, string> Kinds
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var format in (string[])["rgb24", "rgba", "gray", "ya8", "pal8"])
            foreach (var filter in (string[])["none", "sub", "up", "avg", "paeth", "mixed"])
                data.Add(format, filter);
            return data;
        }
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Png_of_eight_bits_is_read_as_ffmpeg_reads_it(string format, string filter)
    {
        var file = await Written("-pix_fmt", format, "-pred", filter);
        var read = PngReader.Read(await File.ReadAllBytesAsync(file), PictureDecoder.MaxPixels);
        Assert.NotNull(read);
        Assert.Equal((Width, Height), (read.Width, read.Height));
        Assert.Equal(await Ffmpeg.Read(["-i", file, "-pix_fmt", "rgba", "-f", "rawvideo", "pipe:1"], default), read.Rgba);
    }

    [Theory]
    [InlineData("-pix_fmt", "rgb48be")]
    [InlineData("-pix_fmt", "monob")]
    [InlineData("-pix_fmt", "rgb24", "-flags", "+ildct")]
    public async Task Rarer_kinds_are_left_to_ffmpeg_and_still_decoded(params string[] how)
    {
        var file = await Written(how);
        Assert.Null(PngReader.Read(await File.ReadAllBytesAsync(file), PictureDecoder.MaxPixels));
        Assert.Equal(Width, (await PictureDecoder.Decode(file, default)).Width);
    }

    [Fact]
    public void Colour_that_is_clear_is_left_to_ffmpeg()
    {
        var png = PngWriter.Encode(new(2, 2, new byte[16]));
        // As if it had no alpha of its own, and a chunk that names the clear colour before its data.
        png[25] = 2;
        byte[] clear = [.. png[..33], 0, 0, 0, 6, .. "tRNS"u8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. png[33..]];
        Assert.Null(PngReader.Read(clear, PictureDecoder.MaxPixels));
    }

    [Fact]
    public void File_cut_or_broken_anywhere_is_never_read_as_another_picture()
    {
        var picture = new DecodedPicture(9, 7, [.. Enumerable.Range(0, 9 * 7 * 4).Select(i => (byte)(i * 37))]);
        var png = PngWriter.Encode(picture);
        for (var length = 0; length < png.Length - 12; length++) Assert.Null(PngReader.Read(png.AsSpan(0, length), PictureDecoder.MaxPixels));
        var data = png.AsSpan().IndexOf("IDAT"u8) + 4;
        for (var at = data; at < png.Length - 16; at++)
        {
            byte[] broken = [.. png];
            broken[at] ^= 0x10;
            if (PngReader.Read(broken, PictureDecoder.MaxPixels) is { } read) Assert.Equal(picture.Rgba, read.Rgba);
        }
    }

    [Fact]
    public void Small_file_cannot_ask_for_much_memory()
    {
        var png = PngWriter.Encode(new(1, 1, new byte[4]));
        png[17] = png[21] = 0x1f;
        Assert.Null(PngReader.Read(png, PictureDecoder.MaxPixels));
    }

    private async Task<string> Written(params string[] how)
    {
        var file = _folder["a.png"];
        await Ffmpeg.Run(
            ["-f", "lavfi", "-i", $"testsrc2=s={Width}x{Height},format=rgba,geq=r='r(X,Y)':g='g(X,Y)':b='b(X,Y)':a='mod(X*7+Y*5,256)'", "-frames:v", "1", .. how, file],
            default);
        return file;
    }
}
