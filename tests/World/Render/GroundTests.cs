using System.Numerics;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Render;
using SoraFunctions.World.Render.Grounds;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;
using Wide = System.Runtime.Intrinsics.Vector512<float>;

namespace SoraFunctions.World.Tests.Render;

public class GroundTests
{
    public static TheoryData<GroundPattern> Painted => [.. Enum.GetValues<GroundPattern>().Except([GroundPattern.Plain, GroundPattern.Water, GroundPattern.None])];

    [Theory]
    [MemberData(nameof(Painted))]
    public void Seen_from_far_away_a_pattern_has_its_mean_colour_and_does_not_flicker(GroundPattern pattern)
    {
        var shading = new GroundShading(new Ground { Pattern = pattern, Scale = 0.1f }, 5);
        shading.At(Ramp * 0.77f, Ramp * -1.3f, All(30), out var sample);
        var luminance = Wide3.Luminance(sample.Albedo);
        var mean = Vector3.Dot(shading.MeanColour, new Vector3(0.2126f, 0.7152f, 0.0722f));
        for (var lane = 0; lane < 16; lane++)
        {
            Assert.InRange(luminance.GetElement(lane), 0.6f * mean, 1.4f * mean);
        }
    }

    [Theory]
    [MemberData(nameof(Painted))]
    public void A_pattern_goes_on_without_a_seam_where_its_tile_repeats(GroundPattern pattern)
    {
        var ground = new Ground { Pattern = pattern, Scale = 0.1f };
        var shading = new GroundShading(ground, 5);
        // Steps of a tenth of a millimetre over every whole number of scales are no larger than elsewhere.
        var (there, elsewhere) = (0f, 0f);
        for (var k = -24; k <= 24; k++)
        {
            there = MathF.Max(there, Step(shading, k * 0.1f));
            elsewhere = MathF.Max(elsewhere, Step(shading, (k * 0.1f) + 0.0371f));
        }

        Assert.True(there < (3 * elsewhere) + 0.08f, $"{there} at seams, {elsewhere} elsewhere");
    }

    [Theory]
    [MemberData(nameof(Painted))]
    public void Tile_of_a_pattern_repeats_both_ways(GroundPattern pattern)
    {
        var painting = Painting.Of(pattern)!;
        var ground = new Ground { Pattern = pattern };
        for (var row = 0; row < 200; row++)
        {
            var (x, z) = (Ramp * (painting.Period / 16f) + All(0.011f * row), All(painting.Period * row / 200f));
            var here = Painted(x, z);
            foreach (var there in new[] { Painted(x + All(painting.Period), z), Painted(x, z + All(painting.Period)) })
            {
                var off = Vector512.Abs(Wide3.Luminance(here.Colour) - Wide3.Luminance(there.Colour)) + Vector512.Abs(here.Height - there.Height);
                Assert.True(Vector512.LessThanAll(off, All(0.02f)), $"row {row}: {off}");
            }
        }

        GroundTexel Painted(Wide x, Wide z)
        {
            var texel = new GroundTexel { Colour = Wide3.All(ground.Colour), Roughness = All(0.3f), Reflectance = All(0.04f) };
            painting.Painter(x, z, ground, 5, ref texel);
            return texel;
        }
    }

    [Fact]
    public void Slopes_towards_the_lamp_are_brighter_than_slopes_away_from_it()
    {
        var stage = Stages.Of() with { Ground = new Ground { Pattern = GroundPattern.Dunes, Sweep = 0 } };
        var ground = new GroundShading(stage.Ground, 0);
        _ = new Lighting(stage, ground);
        var towards = ground.Relief.Light(new Wide3(All(-0.4f), Wide.One, All(0.4f))).Y.ToScalar();
        var away = ground.Relief.Light(new Wide3(All(0.4f), Wide.One, All(-0.4f))).Y.ToScalar();
        Assert.True(towards > 1.1f * away, $"{towards} and {away}");
    }

    private static float Step(GroundShading shading, float x)
    {
        shading.At(All(x) + (Ramp - All(7.5f)) * 1e-4f, All(0.0123f), All(4e-3f), out var sample);
        var light = Wide3.Luminance(sample.Albedo);
        var largest = 0f;
        for (var lane = 1; lane < 16; lane++) largest = MathF.Max(largest, MathF.Abs(light.GetElement(lane) - light.GetElement(lane - 1)));
        return largest;
    }
}
