using System.Numerics;
using SoraFunctions.World.Render;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Tests.Render;

public sealed class BlurTests
{
    private const int Width = 320, Height = 180, Cell = 16;

    [Fact]
    public void What_stands_out_of_focus_is_as_soft_beside_something_that_moves()
    {
        var alone = Film(moves: false, seen: false);
        var beside = Film(moves: true, seen: true);

        // The upper edge of the card far behind, left of the way of the ball, in cells that the way reaches into.
        for (var x = 140; x < 148; x++)
        {
            for (var y = 20; y < 160; y++)
            {
                Assert.InRange(beside[At(x, y)] - alone[At(x, y)], -10, 10);
            }
        }
    }

    [Fact]
    public void Way_of_a_sharp_thing_before_what_is_out_of_focus_has_no_steps_at_the_borders_of_cells()
    {
        var picture = Film(moves: true, seen: true);
        var (atBorders, elsewhere) = (0, 0);
        for (var y = 24; y < 156; y++)
        {
            var step = Enumerable.Range(156, 8).Max(x => Math.Abs(picture[At(x, y)] - picture[At(x, y - 1)]));
            if (y % Cell == 0)
            {
                atBorders = Math.Max(atBorders, step);
            }
            else
            {
                elsewhere = Math.Max(elsewhere, step);
            }
        }

        Assert.True(atBorders <= elsewhere + 6, $"{atBorders} at borders, {elsewhere} elsewhere");
    }

    [Fact]
    public void Ground_under_a_moving_camera_is_drawn_along_its_way()
    {
        var stage = Stages.Of() with { Ground = new() { Pattern = GroundPattern.Tiles, Scale = 0.02f, Sweep = 0 } };
        var before = new CameraPose(new(0, 0.6f, 0.3f), new(0, 0, 0.29f), -Vector3.UnitZ, 50, 0, 1);
        var after = before with { Position = before.Position + new Vector3(0.02f, 0, 0), Target = before.Target + new Vector3(0.02f, 0, 0) };
        var still = Rgb(stage, after, after);
        var moved = Rgb(stage, before, after);

        // What runs across the way is softer, what runs along it as sharp.
        Assert.True(Steps(moved, 1) < 0.6 * Steps(still, 1), $"{Steps(moved, 1)} of {Steps(still, 1)}");
        Assert.InRange(Steps(moved, Width) / Steps(still, Width), 0.7, 1.3);
    }

    private static double Steps(byte[] picture, int next) =>
        Enumerable.Range(0, (Height - 1) * Width - 1).Where(i => i % Width < Width - 1).Sum(i => Math.Abs(picture[3 * (i + next)] - picture[3 * i]));

    private static byte[] Rgb(Stage stage, CameraPose previous, CameraPose current)
    {
        using var renderer = new FilmRenderer(stage, Width, Height);
        var rgb = new byte[Width * Height * 3];
        renderer.RenderRgb(new(previous, []), new(current, []), 0, rgb);
        return rgb;
    }

    private static int At(int x, int y) => 3 * ((y * Width) + x);

    // A light ball in focus falls before a dark card that stands far behind.
    private static byte[] Film(bool moves, bool seen)
    {
        var ball = new Instance(Stages.Sphere(0.02f), new Material { Colour = new(0.9f), Roughness = 0.9f }) { Scenery = true, Shadow = false };
        var card = new Instance(Stages.Card(1.2f), new Material { Colour = new(0.05f), Roughness = 0.9f });
        var stage = Stages.Of(seen ? [card, ball] : [card]) with { Ground = new() { Pattern = GroundPattern.None, Sweep = 0 } };
        var camera = Stages.Front with { Position = new(0, 0.1f, 1), Target = new(0, 0.1f, 0), Aperture = 1.4f };
        FrameState State(float height) => new(camera, seen ? [Stages.At(0, -0.48f, -1), Stages.At(0, height, 0)] : [Stages.At(0, -0.48f, -1)]);
        using var renderer = new FilmRenderer(stage, Width, Height);
        var rgb = new byte[Width * Height * 3];
        renderer.RenderRgb(State(moves ? 0.19f : 0.1f), State(moves ? 0.05f : 0.1f), 0, rgb);
        return rgb;
    }
}
