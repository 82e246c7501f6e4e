using System.Numerics;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Render;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Tests.Render;

public class PictureTests
{
    private const int Width = 320;
    private const int Height = 180;
    private static readonly Material Glowing = new() { Colour = Vector3.Zero, Roughness = 1, Emission = new Vector3(4) };
    private static readonly Stage Dark = Stages.Of() with
    {
        Backdrop = new Backdrop { Zenith = Vector3.Zero, Horizon = Vector3.Zero },
        Ground = new Ground { Colour = Vector3.Zero, Reflectance = 0, Sweep = 0, Roughness = 1 },
        Lights = [Stages.Lamp(new Vector3(0, 9, 0), Vector3.Zero, 0.1f, 0)],
    };

    [Fact]
    public void The_silhouette_of_a_sphere_has_the_area_of_its_projection()
    {
        var stage = Dark with { Instances = [new Instance(Stages.Sphere(0.05f, 96), Glowing with { Emission = new Vector3(0.5f) })] };
        var camera = new CameraPose(new Vector3(0, 1, 1), new Vector3(0, 1, 0), Vector3.UnitY, 50, 0, 1);
        var rgb = Rgb(stage, new FrameState(camera, [Stages.At(0, 1, 0)]));
        // Samples weigh 1 / (1 + light), so a pixel half covered by 0.5 shows 0.2.
        var half = 255 * new ToneMapping(1, 0).Display(Wide3.All(new Vector3(0.2f))).X.ToScalar();
        var covered = Enumerable.Range(0, Width * Height).Sum(i => rgb[3 * i + 1] > half ? 1 : 0);
        var radius = Width / (36f / 50) * 0.05f / MathF.Sqrt(1 - 0.05f * 0.05f);
        Assert.Equal(MathF.PI * radius * radius, covered, MathF.PI * radius * radius * 0.03f);
    }

    [Fact]
    public void A_shadow_falls_where_the_line_from_the_lamp_through_the_body_meets_the_ground()
    {
        var stage = Stages.Of(new Instance(Stages.Sphere(0.04f), new Material())) with
        {
            Lights = [Stages.Lamp(new Vector3(-1, 1, 0), Vector3.Zero, 0.02f, 3000)],
            Backdrop = new Backdrop { Zenith = new Vector3(0.05f), Horizon = new Vector3(0.05f) },
        };
        var camera = new CameraPose(new Vector3(0, 1, 0.01f), Vector3.Zero, -Vector3.UnitZ, 40, 0, 1);
        var rgb = Rgb(stage, new FrameState(camera, [Stages.At(-0.1f, 0.3f, 0)]));
        // From (-1, 1) through (-0.1, 0.3) the light reaches the ground at x = 0.2857.
        var scale = Width / (36f / 40);
        var there = Luma(rgb, (int)(Width / 2 + 0.2857f * scale), Height / 2);
        var mirrored = Luma(rgb, (int)(Width / 2 + 0.2857f * scale), Height / 2 + 60);
        Assert.True(there < mirrored * 0.65f, $"{there} in the shadow, {mirrored} beside it");
    }

    [Fact]
    public void A_glossy_floor_shows_a_body_as_far_below_as_it_is_above()
    {
        var stage = Dark with
        {
            Instances = [new Instance(Stages.Sphere(0.03f), Glowing)],
            Ground = Dark.Ground with { Reflectance = 0.5f, Roughness = 0.03f },
        };
        var camera = new CameraPose(new Vector3(0, 0.3f, 2), new Vector3(0, 0, 0), Vector3.UnitY, 80, 0, 2);
        var rgb = Rgb(stage, new FrameState(camera, [Stages.At(0, 0.12f, 0)]));
        var lens = new Lens(camera, camera, Width, Height, Exposure.Whole);
        var mirrored = lens.Project(new Vector3(0, -0.12f, 0), true);
        var direct = lens.Project(new Vector3(0, 0.12f, 0), true);
        Assert.True(Luma(rgb, (int)direct.X, (int)direct.Y) > 200);
        var (sum, weight) = (0f, 0f);
        for (var y = (int)mirrored.Y - 25; y <= (int)mirrored.Y + 25; y++)
        {
            var l = Luma(rgb, Width / 2, y);
            (sum, weight) = (sum + l * y, weight + l);
        }

        Assert.Equal(mirrored.Y, sum / weight + 0.5f, 1.5f);
    }

    [Fact]
    public void A_picture_is_the_right_way_round_and_its_transparent_part_cuts_holes()
    {
        // Left half red, right half nothing.
        var picture = new Texture(4, 4, [.. Enumerable.Range(0, 16).SelectMany(i => i % 4 < 2 ? new byte[] { 255, 0, 0, 255 } : [0, 0, 0, 0])]);
        var card = new Material { Picture = picture, Cover = Cover.CutOut, Roughness = 0.9f };
        var stage = Stages.Of(new Instance(Stages.Card(0.3f), card)) with
        {
            Backdrop = new Backdrop { Zenith = new Vector3(0, 0, 1), Horizon = new Vector3(0, 0, 1) },
        };
        var camera = new CameraPose(new Vector3(0, 1, 1), new Vector3(0, 1, 0), Vector3.UnitY, 50, 0, 1);
        var rgb = Rgb(stage, new FrameState(camera, [Stages.At(0, 1, 0)]));
        var (left, right) = (3 * (90 * Width + 130), 3 * (90 * Width + 190));
        Assert.True(rgb[left] > rgb[left + 2] + 40, "red shows on the left");
        Assert.True(rgb[right + 2] > rgb[right] + 40, "the backdrop shows through on the right");
    }

    [Fact]
    public void What_moves_is_smeared_along_its_way()
    {
        var stage = Dark with { Instances = [new Instance(Stages.Sphere(0.02f), Glowing)] };
        var camera = new CameraPose(new Vector3(0, 1, 1), new Vector3(0, 1, 0), Vector3.UnitY, 50, 0, 1);
        var (before, now) = (new FrameState(camera, [Stages.At(-0.1f, 1, 0)]), new FrameState(camera, [Stages.At(0.1f, 1, 0)]));
        var rgb = Rgb(stage, now, before);
        var lit = Enumerable.Range(0, Width).Where(x => Luma(rgb, x, Height / 2) > 10).ToArray();
        // The shutter is open for the second half of the way: from the middle to 0.1, and a radius at either end.
        var scale = Width / (36f / 50);
        Assert.Equal(Width / 2 - 0.02f * scale, lit.Min(), 4f);
        Assert.Equal(Width / 2 + 0.12f * scale, lit.Max(), 4f);
    }

    [Theory]
    [InlineData(0f, 0f, 0f, 16, 128, 128)]
    [InlineData(1f, 1f, 1f, 235, 128, 128)]
    [InlineData(1f, 0f, 0f, 63, 102, 240)]
    [InlineData(0f, 1f, 0f, 173, 42, 26)]
    [InlineData(0f, 0f, 1f, 32, 240, 118)]
    public void Known_colours_have_their_BT709_code_values(float r, float g, float b, int y, int cb, int cr)
    {
        var colour = Wide3.All(new Vector3(r, g, b));
        Assert.Equal(y, YuvConversion.Luma(colour).ToScalar(), 0.51f);
        Assert.Equal(cb, YuvConversion.Blue(colour).ToScalar(), 0.51f);
        Assert.Equal(cr, YuvConversion.Red(colour).ToScalar(), 0.51f);
    }

    [Fact]
    public void More_light_never_looks_darker()
    {
        var tone = new ToneMapping(1, 0);
        var last = -1f;
        for (var light = 0f; light < 20; light += 0.05f)
        {
            var shown = tone.Display(Wide3.All(new Vector3(light, light * 0.5f, light * 0.1f))).X.ToScalar();
            Assert.InRange(shown, last - 1e-3f, 1);
            last = shown;
        }
    }

    private static int Luma(byte[] rgb, int x, int y) => rgb[3 * (y * Width + x) + 1];

    private static byte[] Rgb(Stage stage, FrameState state, FrameState? previous = null)
    {
        using var renderer = new FilmRenderer(stage, Width, Height);
        var rgb = new byte[Width * Height * 3];
        renderer.RenderRgb(previous ?? state, state, 0, rgb);
        return rgb;
    }
}
