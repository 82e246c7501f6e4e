using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Pictures;
using SoraFunctions.Models.Diffusion.Pictures;

namespace SoraFunctions.Models.Tests.Diffusion;

public sealed class PictureTests
{
    [Fact]
    public void A_plain_picture_stays_plain_at_any_size() => Prop.ForAll(
        (from width in Gen.Choose(1, 40) from height in Gen.Choose(1, 40) from across in Gen.Choose(1, 60) from down in Gen.Choose(1, 60) select (width, height, across, down)).ToArbitrary(),
        one =>
        {
            var plane = new float[one.width * one.height];
            plane.AsSpan().Fill(0.7f);
            var scaled = new float[one.across * one.down];
            new PlaneScaler(one.width, one.height, Crop.Cover(one.width, one.height, one.across, one.down), one.across, one.down).Scale(plane, scaled);
            Assert.All(scaled, value => Assert.Equal(0.7f, value, 1e-5f));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void At_its_own_size_a_picture_is_left_as_it_is()
    {
        float[] plane = [.. Enumerable.Range(0, 48).Select(i => i * 0.01f)];
        var scaled = new float[48];
        new PlaneScaler(8, 6, new(0, 0, 8, 6), 8, 6).Scale(plane, scaled);
        Assert.Equal(plane, scaled, (a, b) => Math.Abs(a - b) < 1e-6f);
    }

    [Theory]
    [InlineData(100, 50, 50, 50, 25, 0, 50, 50)]
    [InlineData(50, 100, 80, 40, 0, 37.5, 50, 25)]
    public void A_frame_is_covered_from_the_middle(int width, int height, int toWidth, int toHeight, double left, double top, double across, double down) =>
        Assert.Equal(new Crop(left, top, across, down), Crop.Cover(width, height, toWidth, toHeight));

    [Theory]
    [InlineData(0, 0, 0, 16, 128, 128)]
    [InlineData(1, 1, 1, 235, 128, 128)]
    [InlineData(1, 0, 0, 63, 102, 240)]
    [InlineData(0, 0, 1, 32, 240, 118)]
    public void Frames_have_the_samples_of_BT_709(float red, float green, float blue, byte luma, byte blueDifference, byte redDifference)
    {
        var picture = PlanarPicture.Black(6, 4);
        picture.Plane(0).Fill(red);
        picture.Plane(1).Fill(green);
        picture.Plane(2).Fill(blue);
        var frame = new byte[8 * 8 * 3 / 2];
        new FrameMaker(6, 4, new FrameFormat(8, 8)).Make(picture, frame);
        Assert.All(frame[..64], value => Assert.Equal(luma, value));
        Assert.All(frame[64..80], value => Assert.Equal(blueDifference, value));
        Assert.All(frame[80..], value => Assert.Equal(redDifference, value));
    }

    [Fact]
    public void At_its_own_rate_a_clip_is_left_as_it_is_and_its_last_frame_stands() =>
        Assert.Equal([0, 1, 2, 2, 2], Values(Retiming.At(Clip(3), 25, 25, 5)));

    [Fact]
    public void At_a_higher_rate_frames_between_are_mixed() =>
        Assert.Equal([0, 0.5f, 1, 1.5f, 2], Values(Retiming.At(Clip(3), 12, 24, 5)));

    [Fact]
    public void At_a_lower_rate_frames_are_left_out() => Assert.Equal([0, 2, 4], Values(Retiming.At(Clip(6), 60, 30, 3)));

    [Fact]
    public void Whatever_the_rates_time_goes_on_evenly() => Prop.ForAll(
        (from rate in Gen.Choose(6, 60) from to in Gen.Choose(6, 60) select (rate, to)).ToArbitrary(), one =>
        {
            var values = Values(Retiming.At(Clip(61), one.rate, one.to, one.to));
            for (var i = 0; i < values.Length; i++)
                Assert.Equal(i * (double)one.rate / one.to, values[i], 0.021);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Only_the_frames_that_are_needed_are_made()
    {
        var made = 0;
        _ = Values(Retiming.At(Clip(100).Select(picture => { made++; return picture; }), 10, 10, 3));
        Assert.InRange(made, 3, 4);
    }

    [Theory, InlineData(Framing.Wide, 0.3), InlineData(Framing.Medium, 0.5), InlineData(Framing.Close, 0.75)]
    public void A_cut_out_product_stands_in_the_middle_on_a_field_of_the_looks_colour(Framing framing, double share)
    {
        // A red upright box in the middle of nothing.
        var rgba = new byte[40 * 40 * 4];
        for (var row = 10; row < 30; row++)
            for (var column = 16; column < 24; column++)
                (rgba[4 * (row * 40 + column)], rgba[4 * (row * 40 + column) + 3]) = (255, 255);
        var frame = ReferencePicture.Set(new DecodedPicture(40, 40, rgba), framing, "#0000ff", 160, 120);
        Assert.Equal((0f, 0f, 1f), At(frame, 2, 2));
        Assert.Equal((1f, 0f, 0f), At(frame, 80, 60));
        var reds = Enumerable.Range(0, 120).Count(row => frame.Plane(0)[row * 160 + 80] > 0.5f);
        Assert.Equal(share * 120, reds, 2.0);
    }

    [Fact]
    public void A_photograph_stands_on_the_colour_of_its_own_rim()
    {
        var rgba = new byte[20 * 20 * 4];
        rgba.AsSpan().Fill(255);
        for (var i = 0; i < 3; i++)
            rgba[4 * (10 * 20 + 10) + i] = 0;
        var frame = ReferencePicture.Set(new DecodedPicture(20, 20, rgba), Framing.Close, "#0000ff", 64, 64);
        Assert.Equal((1f, 1f, 1f), At(frame, 0, 0));
        Assert.True(At(frame, 33, 33).Item1 < 0.5f);
    }

    [Fact]
    public void A_part_of_a_macro_shot_fills_the_frame()
    {
        var rgba = new byte[10 * 10 * 4];
        for (var i = 0; i < 100; i++)
            (rgba[4 * i + 1], rgba[4 * i + 3]) = (255, 255);
        var frame = ReferencePicture.Set(new DecodedPicture(10, 10, rgba), Framing.Macro, "#000000", 32, 32);
        Assert.All(frame.Plane(1).ToArray(), value => Assert.Equal(1f, value, 1e-4f));
    }

    private static (float, float, float) At(PlanarPicture picture, int column, int row)
    {
        var place = row * picture.Width + column;
        return (MathF.Round(picture.Plane(0)[place], 4), MathF.Round(picture.Plane(1)[place], 4), MathF.Round(picture.Plane(2)[place], 4));
    }

    private static IEnumerable<PlanarPicture> Clip(int frames) => Enumerable.Range(0, frames).Select(i => new PlanarPicture(1, 1, [i, i, i]));

    private static float[] Values(IEnumerable<PlanarPicture> pictures) => [.. pictures.Select(picture => picture.Planes[0])];
}
