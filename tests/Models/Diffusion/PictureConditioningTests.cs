using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Films;
using SoraFunctions.Models.Diffusion;
using SoraFunctions.Models.Diffusion.Conditioning;
using SoraFunctions.Models.Diffusion.Decoding;
using SoraFunctions.Models.Diffusion.Latents;
using SoraFunctions.Models.Diffusion.Pictures;
using SoraFunctions.Models.Tests.Diffusion.Tiny;

namespace SoraFunctions.Models.Tests.Diffusion;

public sealed class PictureConditioningTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Theory, InlineData("ltx"), InlineData("wan-tokens"), InlineData("wan-first-picture"), InlineData("cogvideox-first-picture")]
    public void A_clip_begins_with_the_picture_that_is_given(string family)
    {
        using var run = Open(family);
        foreach (var colour in new[] { (0.9f, 0.2f, 0.1f), (0.1f, 0.3f, 0.8f) })
        {
            var (red, _, blue) = colour;
            var frames = Film(run, Plain(run, colour), null);
            Assert.InRange(Mean(frames[0], 0), red - 0.1, red + 0.1);
            Assert.InRange(Mean(frames[0], 2), blue - 0.1, blue + 0.1);
        }
    }

    [Fact]
    public void An_image_encoder_is_asked_where_the_denoiser_wants_to_know()
    {
        using var run = Open("wan-image");
        var images = new ImageEncoder(run.Pool, run.Package);
        var (red, blue) = (images.Encode(Plain(run, (1, 0, 0)), CancellationToken.None), images.Encode(Plain(run, (0, 0, 1)), CancellationToken.None));
        Assert.Equal(49 * TinyDenoiser.TextWidth, red.Length);
        var order = run.Order();
        Assert.NotEqual(run.Sample(order with { Known = order.Known! with { Image = red } }), run.Sample(order with { Known = order.Known! with { Image = blue } }));
        var known = new PictureConditioning(new(run.Pool, run.Package, run.Family), run.Family, images).Of(run.Shape, 9, Plain(run, (1, 0, 0)), null, CancellationToken.None);
        Assert.Equal(red, known!.Image);
    }

    [Fact]
    public void A_clip_ends_with_the_picture_that_is_given()
    {
        using var run = Open("wan-first-picture");
        Assert.True(run.Family.TakesLastPicture);
        var frames = Film(run, Plain(run, (0.9f, 0.2f, 0.1f)), Plain(run, (0.1f, 0.3f, 0.8f)));
        Assert.InRange(Mean(frames[0], 0), 0.8, 1);
        Assert.True(Mean(frames[^1], 2) > Mean(frames[^1], 0));
    }

    [Fact]
    public void The_mask_says_which_frames_are_known()
    {
        using var run = Open("wan-first-picture");
        var shape = run.Shape;
        var (both, none) = (Known(run, Plain(run, (1, 1, 1)), Plain(run, (1, 1, 1))), Known(run, null, null));
        for (var channel = 0; channel < 4; channel++)
            for (var frame = 0; frame < shape.Frames; frame++)
            {
                var place = channel * shape.Volume + frame * shape.Area;
                Assert.Equal(frame == 0 || (frame == shape.Frames - 1 && channel == 3) ? 1 : 0, both.Channels[place]);
                Assert.Equal(0, none.Channels[place]);
            }
        Assert.Equal((16 + 4) * shape.Volume, both.Channels.Length);
    }

    [Fact]
    public void Of_a_long_clip_the_first_window_alone_is_encoded()
    {
        using var run = Open("wan-first-picture");
        var shape = run.Shape with { Frames = 9 };
        var known = new PictureConditioning(new(run.Pool, run.Package, run.Family), run.Family).Of(shape, 3, Plain(run, (0.9f, 0.2f, 0.1f)), null, CancellationToken.None)!;
        Assert.Equal((16 + 4) * shape.Volume, known.Channels.Length);
        var latents = known.Channels.AsSpan(4 * shape.Volume);
        var (third, last) = (new float[16 * shape.Area], new float[16 * shape.Area]);
        shape.CopyFrames(latents, 2, third);
        shape.CopyFrames(latents, 8, last);
        Assert.Equal(third, last);
    }

    [Theory, InlineData("ltx"), InlineData("wan-tokens")]
    public void What_is_encoded_is_decoded_to_the_same(string family)
    {
        using var run = Open(family);
        var picture = Plain(run, (0.7f, 0.5f, 0.2f));
        var latents = new PictureEncoder(run.Pool, run.Package, run.Family).Encode([picture], CancellationToken.None);
        var decoded = new LatentDecoder(run.Pool, run.Package, run.Family, new()).Decode(latents, run.Shape with { Frames = 1 }, 1, CancellationToken.None).Single();
        for (var channel = 0; channel < 3; channel++)
            Assert.Equal(Mean(picture, channel), Mean(decoded, channel), 0.05);
    }

    [Fact]
    public async Task A_film_is_encoded_in_parts_as_it_is_in_one()
    {
        using var run = Open("wan-tokens");
        var path = _temporary.File("film.mp4");
        var format = new FrameFormat(64, 48, 16);
        await using (var writer = new VideoWriter(path, format))
        {
            for (var frame = 0; frame < 21; frame++)
            {
                var buffer = writer.Rent();
                buffer.AsSpan().Fill(128);
                buffer.AsSpan(0, 64 * 48).Fill((byte)(40 + 8 * frame));
                await writer.Write(buffer, CancellationToken.None);
            }
            await writer.Complete(CancellationToken.None);
        }
        var plan = new ClipPlan(64, 48, 25, run.Shape with { Frames = 7 }, 7, 1, 4, []);
        var encoder = new PictureEncoder(run.Pool, run.Package, run.Family);
        var whole = await new FilmEncoder(encoder, run.Family, new(512, 99)).Encode(path, plan, CancellationToken.None);
        var parts = await new FilmEncoder(encoder, run.Family, new(512, 9)).Encode(path, plan, CancellationToken.None);
        Assert.Equal(whole, parts, (a, b) => Math.Abs(a - b) < 1e-4f);
        // It grows brighter, and its last frame stands.
        var brightness = Enumerable.Range(0, 7).Select(frame => whole[frame * plan.Shape.Area]).ToArray();
        Assert.Equal(brightness.Order(), brightness);
    }

    private static PlanarPicture[] Film(TinyRun run, PlanarPicture first, PlanarPicture? last)
    {
        var latents = run.Sample(run.Order() with { Known = Known(run, first, last) });
        return [.. new LatentDecoder(run.Pool, run.Package, run.Family, new()).Decode(latents, run.Shape, 1, CancellationToken.None)];
    }

    private static Models.Diffusion.Sampling.KnownLatents Known(TinyRun run, PlanarPicture? first, PlanarPicture? last) =>
        new PictureConditioning(new(run.Pool, run.Package, run.Family), run.Family).Of(run.Shape, run.Shape.Frames, first, last, CancellationToken.None)!;

    private static PlanarPicture Plain(TinyRun run, (float Red, float Green, float Blue) colour)
    {
        var picture = PlanarPicture.Black(run.Family.Raster.Width, run.Family.Raster.Height);
        picture.Plane(0).Fill(colour.Red);
        picture.Plane(1).Fill(colour.Green);
        picture.Plane(2).Fill(colour.Blue);
        return picture;
    }

    private static double Mean(PlanarPicture picture, int channel)
    {
        var sum = 0.0;
        foreach (var value in picture.Plane(channel))
            sum += value;
        return sum / picture.Area;
    }

    private TinyRun Open(string family) => new(_temporary.File(family), TinyPackage.All[family]);
}
