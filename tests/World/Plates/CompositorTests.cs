using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.World.Plates;
using SoraFunctions.World.Staging;

namespace SoraFunctions.World.Tests.Plates;

public sealed class CompositorTests
{
    private const int Width = 32;
    private const int Height = 16;
    private const byte Whole = 180;

    [Fact]
    public void Where_no_body_and_no_shadow_is_the_plate_stays_as_it_is()
    {
        var plate = Noise(1);
        var composed = plate.ToArray();
        new Compositor(Width, Height, Plain(90), Whole).Compose(Plain(90), Plain(0), composed);
        Assert.All(plate.Zip(composed), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 1));
    }

    [Fact]
    public void Where_a_body_is_whole_its_pixels_are_untouched()
    {
        var lit = Noise(2);
        var composed = Noise(3);
        new Compositor(Width, Height, Plain(90), Whole).Compose(lit, Plain(Whole), composed);
        Assert.Equal(lit, composed);
    }

    [Fact]
    public void Shadow_takes_the_same_part_of_light_from_the_plate_as_from_the_ground()
    {
        var composed = Plain(200);
        new Compositor(Width, Height, Plain(120), Whole).Compose(Plain(80), Plain(0), composed);
        var expected = Colours.Linear(200) * Colours.Linear(80) / Colours.Linear(120);
        Assert.All(composed, value => Assert.InRange(Colours.Linear(value), expected - 0.004, expected + 0.004));
    }

    [Fact]
    public void Edge_holds_the_body_s_part_and_the_plate_s_and_nothing_of_the_ground()
    {
        // Half of the pixel is a body of linear 0.4, the other half ground of linear 0.2.
        var half = (byte)Math.Round(255 * Encoded(Colours.Linear(Whole) * Math.Pow(0.5, 1.14)));
        var mask = Plain(0);
        mask.AsSpan(3 * Width * 8, 3 * Width).Fill(half);
        var lit = Plain(Colours.Byte(0.2f));
        lit.AsSpan(3 * Width * 8, 3 * Width).Fill(Colours.Byte(0.3f));
        var composed = Plain(Colours.Byte(0.7f));
        new Compositor(Width, Height, Plain(Colours.Byte(0.2f)), Whole).Compose(lit, mask, composed);
        Assert.InRange(Colours.Linear(composed[3 * Width * 8]), 0.53, 0.57);
    }

    [Fact]
    public void Factors_behind_a_body_lie_within_those_around_it() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(30),
        Prop.ForAll(
            ArbMap.Default.ArbFor<int>(),
            seed =>
            {
                var random = new Random(seed);
                var (width, height) = (random.Next(1, 40), random.Next(1, 30));
                var field = new ShadowField(width, height);
                var (least, most) = (1f, 1f);
                for (var n = random.Next(0, 50); n > 0; n--)
                {
                    var factor = random.NextSingle();
                    (least, most) = least == 1 ? (factor, factor) : (Math.Min(least, factor), Math.Max(most, factor));
                    field.Add(random.Next(width), random.Next(height), new(factor));
                }

                field.Fill();
                return Enumerable.Range(0, 60).All(_ =>
                {
                    var read = field.Read((random.NextSingle() * (width + 4)) - 2, (random.NextSingle() * (height + 4)) - 2);
                    return read == new Vector3(read.X) && read.X >= least - 1e-5f && read.X <= most + 1e-5f;
                });
            }));

    private static double Encoded(double linear) => linear <= 0.0031308 ? 12.92 * linear : (1.055 * Math.Pow(linear, 1 / 2.4)) - 0.055;

    private static byte[] Plain(byte value) => [.. Enumerable.Repeat(value, Width * Height * 3)];

    private static byte[] Noise(int seed)
    {
        var bytes = new byte[Width * Height * 3];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
