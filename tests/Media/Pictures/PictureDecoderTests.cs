using System.Buffers.Binary;
using SoraFunctions.Media.Pictures;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Media.Tests.Pictures;

public sealed class PictureDecoderTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Png_comes_back_pixel_for_pixel_with_its_alpha()
    {
        var picture = Gradient(37, 23);
        await PngWriter.Write(picture, _folder["a.png"], default);
        var read = await PictureDecoder.Decode(_folder["a.png"], default);
        Assert.Equal((37, 23), (read.Width, read.Height));
        Assert.Equal(picture.Rgba, read.Rgba);
    }

    [Theory]
    [InlineData("jpg", "mjpeg")]
    [InlineData("webp", "libwebp")]
    [InlineData("gif", "gif")]
    [InlineData("bmp", "bmp")]
    [InlineData("tiff", "tiff")]
    public async Task Other_formats_are_read_whatever_the_file_is_called(string extension, string codec)
    {
        var file = _folder["a." + extension];
        await Ffmpeg.Run(["-f", "lavfi", "-i", "color=0x3060c0:s=64x48", "-frames:v", "1", "-c:v", codec, file], default);
        File.Move(file, _folder["asset"]);
        var read = await PictureDecoder.Decode(_folder["asset"], default);
        Assert.Equal((64, 48), (read.Width, read.Height));
        Assert.InRange(read.Rgba[0], 0x22, 0x3e);
        Assert.InRange(read.Rgba[2], 0xa4, 0xdc);
        Assert.Equal(255, read.Rgba[3]);
    }

    [Theory]
    [InlineData(1, 64, 48, 0, 0)]
    [InlineData(3, 64, 48, 63, 47)]
    [InlineData(6, 48, 64, 47, 0)]
    [InlineData(8, 48, 64, 0, 63)]
    [InlineData(5, 48, 64, 0, 0)]
    public async Task Photo_is_turned_upright(int orientation, int width, int height, int cornerX, int cornerY)
    {
        await Ffmpeg.Run(
            [
                "-f", "lavfi", "-i", "color=black:s=64x48,format=yuvj444p,drawbox=0:0:16:16:white:fill", "-frames:v", "1", "-q:v", "2",
                _folder["plain.jpg"],
            ],
            default);
        await File.WriteAllBytesAsync(_folder["a.jpg"], WithExif(await File.ReadAllBytesAsync(_folder["plain.jpg"]), orientation));
        var read = await PictureDecoder.Decode(_folder["a.jpg"], default);
        Assert.Equal((width, height), (read.Width, read.Height));
        Assert.True(read.Rgba[(cornerY * width + cornerX) * 4] > 200);
        Assert.True(read.Rgba[((height - 1 - cornerY) * width + width - 1 - cornerX) * 4] < 50);
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_with_what_is_accepted()
    {
        await File.WriteAllTextAsync(_folder["a.png"], "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n");
        var problem = await Assert.ThrowsAsync<InvalidDataException>(() => PictureDecoder.Decode(_folder["a.png"], default));
        Assert.Contains("PNG, JPEG, WebP", problem.Message);
    }

    [Fact]
    public async Task Damaged_picture_is_refused()
    {
        await File.WriteAllBytesAsync(_folder["a.png"], PngWriter.Encode(Gradient(64, 64))[..40]);
        await Assert.ThrowsAsync<InvalidDataException>(() => PictureDecoder.Decode(_folder["a.png"], default));
    }

    [Fact]
    public async Task Picture_of_too_many_pixels_is_refused_before_it_fills_the_memory()
    {
        var png = PngWriter.Encode(Gradient(8, 8));
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), 30_000);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), 30_000);
        await File.WriteAllBytesAsync(_folder["a.png"], png);
        var problem = await Assert.ThrowsAsync<InvalidDataException>(() => PictureDecoder.Decode(_folder["a.png"], default));
        Assert.Contains("more than 64 megapixels", problem.Message);
    }

    private static DecodedPicture Gradient(int width, int height)
    {
        var rgba = new byte[width * height * 4];
        for (var i = 0; i < rgba.Length; i++)
            rgba[i] = (byte)(i * 7 + i / 31);
        return new DecodedPicture(width, height, rgba);
    }

    private static byte[] WithExif(byte[] jpeg, int orientation)
    {
        byte[] exif =
        [
            0xff, 0xe1, 0, 34, .. "Exif\0\0"u8, .. "MM"u8, 0, 42, 0, 0, 0, 8,
            0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0,
        ];
        return [.. jpeg[..2], .. exif, .. jpeg[2..]];
    }
}
