using SoraFunctions.Media.Pictures;
using SoraFunctions.Models.Pictures;
using SoraFunctions.Models.Tests.Catalog;
using SoraFunctions.Models.Tests.Pictures;
using SoraFunctions.Models.Upscaling;

namespace SoraFunctions.Models.Tests.Upscaling;

public class UpscalerTests
{
    [Theory]
    [InlineData(2, UpscalingMethod.Slim)]
    [InlineData(3, UpscalingMethod.Slim)]
    [InlineData(4, UpscalingMethod.Slim)]
    [InlineData(2, UpscalingMethod.Medium)]
    [InlineData(3, UpscalingMethod.Medium)]
    [InlineData(4, UpscalingMethod.Medium)]
    public async Task The_packages_sample_becomes_the_packages_result(int factor, UpscalingMethod method)
    {
        var assets = $"@upscalerjs/esrgan-{method.ToString().ToLowerInvariant()}/assets";
        var (sample, expected) = (await Read($"{assets}/fixture.png"), await Read($"{assets}/samples/{factor}x/result.png"));
        var result = new Upscaler(InstalledModels.Sessions).Enlarge(sample.View, factor, method);
        Assert.Equal((method, null), (result.Method, result.Fallback));
        Assert.InRange(Likeness(expected, result.Picture), 50, double.PositiveInfinity);
    }

    [Theory, InlineData(UpscalingMethod.Slim), InlineData(UpscalingMethod.Medium)]
    public void Tiles_leave_no_seams(UpscalingMethod method)
    {
        // Two tiles and a bit; the part around the seam is enlarged again as a picture of its own, which has none there.
        var picture = PatternPicture.Make(Upscaler.Tile + 40, 48);
        var part = Crop(picture, Upscaler.Tile - 40, 80);
        var whole = new Upscaler(InstalledModels.Sessions).Enlarge(picture.View, 2, method).Picture;
        var alone = new Upscaler(InstalledModels.Sessions).Enlarge(part.View, 2, method).Picture;
        for (var y = 0; y < whole.Height; y++)
            for (var x = 3 * (Upscaler.Tile - 10) * 2; x < 3 * (Upscaler.Tile + 10) * 2; x++)
                Assert.InRange(whole.Pixels[y * whole.Width * 3 + x] - alone.Pixels[y * alone.Width * 3 + x - 3 * (Upscaler.Tile - 40) * 2], -1, 1);
    }

    [Fact]
    public void Without_the_model_a_filter_enlarges_and_the_result_says_so()
    {
        var result = new Upscaler(InstalledModels.None).Enlarge(PatternPicture.Make(10, 8).View, 3);
        Assert.Equal((30, 24, UpscalingMethod.Lanczos), (result.Picture.Width, result.Picture.Height, result.Method));
        Assert.StartsWith("enlarged by a filter: upscale-slim-3x is not installed", result.Fallback);
    }

    [Theory, InlineData(1), InlineData(5)]
    public void Other_factors_are_refused(int factor) => Assert.Throws<ArgumentOutOfRangeException>(() =>
        new Upscaler(InstalledModels.None).Enlarge(PatternPicture.Make(4, 4).View, factor));

    private static async Task<RgbPicture> Read(string file) => RgbPicture.Of(await PictureDecoder.Decode(InstalledModels.Package(file), default));

    private static RgbPicture Crop(RgbPicture picture, int left, int width) => new(width, picture.Height,
        [.. Enumerable.Range(0, picture.Height).SelectMany(y => picture.Pixels.AsSpan((y * picture.Width + left) * 3, width * 3).ToArray())]);

    // The peak signal-to-noise ratio in decibels.
    private static double Likeness(RgbPicture one, RgbPicture other)
    {
        Assert.Equal((one.Width, one.Height), (other.Width, other.Height));
        var error = one.Pixels.Zip(other.Pixels, (a, b) => (double)(a - b) * (a - b)).Average();
        return 10 * Math.Log10(255 * 255 / error);
    }
}
