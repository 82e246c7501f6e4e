using System.Numerics;
using SoraFunctions.World.Render;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Tests.Render;

/// <summary>What materials and bodies may bring with them shows in the picture.</summary>
public class MatterTests
{
    private const int Width = 160;
    private const int Height = 90;
    private static readonly CameraPose Level = new(new Vector3(0, 1, 1), new Vector3(0, 1, 0), Vector3.UnitY, 50, 0, 1);
    private static readonly Material Red = new() { Colour = Vector3.Zero, Roughness = 1, Emission = new Vector3(0.8f, 0, 0) };
    private static readonly Material Green = new() { Colour = Vector3.Zero, Roughness = 1, Emission = new Vector3(0, 0.8f, 0) };

    private static readonly Stage Dark = Stages.Of() with
    {
        Backdrop = new Backdrop { Zenith = Vector3.Zero, Horizon = Vector3.Zero },
        Ground = new Ground { Pattern = GroundPattern.None },
        Lights = [Stages.Lamp(new Vector3(0, 1, 3), new Vector3(0, 1, 0), 0.5f, 12)],
    };

    [Fact]
    public void A_hidden_body_is_not_there()
    {
        var stage = Dark with { Instances = [new Instance(Stages.Card(0.4f), Red)] };
        var pose = Stages.At(0, 1, 0);
        Assert.True(Centre(stage, pose).X > 100);
        Assert.True(Centre(stage, pose with { Hidden = true }).X < 10);
    }

    [Fact]
    public void What_is_blended_lets_what_is_behind_show_through_by_its_opacity()
    {
        var seen = new[] { 0f, 0.5f, 1f }.Select(opacity =>
        {
            var veil = Red with { Cover = Cover.Blended, Opacity = opacity };
            // The nearer one comes first in the list: order on the stage does not matter.
            var stage = Dark with { Instances = [new Instance(Stages.Card(0.4f), veil), new Instance(Stages.Card(0.4f), Green)] };
            return Centre(stage, Stages.At(0, 1, 0.1f), Stages.At(0, 1, 0));
        }).ToArray();
        Assert.True(seen[0].X < 30 && seen[0].Y > 200, $"clear: {seen[0]}");
        Assert.True(seen[1].X > 100 && seen[1].Y > 100, $"half: {seen[1]}");
        Assert.True(seen[2].X > 200 && seen[2].Y < 30, $"solid: {seen[2]}");
    }

    [Fact]
    public void A_deforming_body_has_the_shape_of_the_frame()
    {
        var card = Stages.Card(0.2f);
        var stage = Dark with { Instances = [new Instance(card, Red) { Deforms = true }] };
        var moved = new Deformation([.. card.Positions.Select(p => p + new Vector3(0.2f, 0, 0))], card.Normals);
        var state = new FrameState(Level, [Stages.At(0, 1, 0)]) { Deformations = [moved] };
        var rgb = Rgb(stage, state, state);
        // A metre is 222 pixels wide at this distance.
        Assert.True(At(rgb, Width / 2 + 44, Height / 2).X > 100, "it is where it has gone");
        Assert.True(At(rgb, Width / 2, Height / 2).X < 10, "it is no longer where it was");
    }

    [Fact]
    public void What_deforms_is_smeared_as_what_moves()
    {
        var card = Stages.Card(0.1f);
        var rest = new Deformation(card.Positions, card.Normals);
        var moved = new Deformation([.. card.Positions.Select(p => p + new Vector3(0.1f, 0, 0))], card.Normals);
        var flexible = Dark with { Instances = [new Instance(card, Red) { Deforms = true }] };
        var stiff = Dark with { Instances = [new Instance(card, Red)] };
        var here = new FrameState(Level, [Stages.At(0, 1, 0)]);
        var bent = Rgb(flexible, here with { Deformations = [moved] }, here with { Deformations = [rest] });
        var shifted = Rgb(stiff, here with { Poses = [Stages.At(0.1f, 1, 0)] }, here);
        for (var x = 0; x < Width; x++) Assert.Equal(At(shifted, x, Height / 2).X, At(bent, x, Height / 2).X, 3f);
    }

    [Fact]
    public void A_picture_hides_the_colour_or_tints_it()
    {
        var picture = new Texture(2, 2, [.. Enumerable.Repeat(new byte[] { 255, 255, 255, 255 }, 4).SelectMany(t => t)]);
        var plain = new Material { Colour = new Vector3(0.8f, 0.02f, 0.02f), Roughness = 1, Picture = picture };
        var hidden = Centre(Dark with { Instances = [new Instance(Stages.Card(0.4f), plain)] }, Stages.At(0, 1, 0));
        var tinted = Centre(Dark with { Instances = [new Instance(Stages.Card(0.4f), plain with { Tinted = true })] }, Stages.At(0, 1, 0));
        Assert.True(hidden.Y > 0.9f * hidden.X, $"hidden: {hidden}");
        Assert.True(tinted.Y < 0.4f * tinted.X, $"tinted: {tinted}");
    }

    [Fact]
    public void Colours_of_vertices_multiply_that_of_the_material()
    {
        var card = Stages.Card(0.4f) with { Colours = [.. Enumerable.Repeat(new Vector4(0.05f, 1, 0.05f, 1), 4)] };
        var seen = Centre(Dark with { Instances = [new Instance(card, new Material { Roughness = 1 })] }, Stages.At(0, 1, 0));
        Assert.True(seen.Y > 2 * seen.X, $"{seen}");
    }

    [Fact]
    public void A_normal_map_turns_a_surface_towards_the_lamp_or_away()
    {
        // The lamp stands to the right.
        var side = Dark with { Lights = [Stages.Lamp(new Vector3(3, 1, 1.5f), new Vector3(0, 1, 0), 0.5f, 12)] };
        var seen = new byte[] { 218, 128, 38 }.Select(x =>
        {
            var map = new Texture(2, 2, [.. Enumerable.Repeat(new byte[] { x, 128, 218, 255 }, 4).SelectMany(t => t)]) { IsData = true };
            return Centre(side with { Instances = [new Instance(Stages.Card(0.4f), new Material { Roughness = 1, NormalMap = map })] }, Stages.At(0, 1, 0)).Y;
        }).ToArray();
        Assert.True(seen[0] > seen[1] + 10 && seen[1] > seen[2] + 10, string.Join(", ", seen));
    }

    [Fact]
    public void A_leaf_shines_when_the_lamp_is_behind_it()
    {
        var behind = Dark with { Lights = [Stages.Lamp(new Vector3(0, 1, -3), new Vector3(0, 1, 0), 0.5f, 12)] };
        var leaf = new Material { Colour = new Vector3(0.3f, 0.8f, 0.1f), Roughness = 1 };
        var solid = Centre(behind with { Instances = [new Instance(Stages.Card(0.4f), leaf)] }, Stages.At(0, 1, 0)).Y;
        var thin = Centre(behind with { Instances = [new Instance(Stages.Card(0.4f), leaf with { Translucency = 0.6f })] }, Stages.At(0, 1, 0)).Y;
        Assert.True(thin > solid + 30, $"{thin} through the leaf, {solid} without");
    }

    [Fact]
    public void Haze_takes_the_distance_into_the_colour_of_the_horizon()
    {
        var stage = Dark with
        {
            Instances = [new Instance(Stages.Card(4), Green)],
            Backdrop = new Backdrop { Zenith = new Vector3(0, 0, 0.5f), Horizon = new Vector3(0, 0, 0.5f) },
            Haze = 0.1f,
        };
        var near = Centre(stage, Stages.At(0, 1, 0));
        var far = Centre(stage, Stages.At(0, 1, -15));
        Assert.True(near.Y > 200 && far.Y < near.Y - 60 && far.Z > near.Z + 60, $"{near} near, {far} far");
    }

    [Fact]
    public void What_is_out_of_focus_spreads_over_the_disc_of_the_lens()
    {
        // A ball at 2 m, focus at 1 m, 50 mm at f/1: a disc of 50 mm * 0.05 m * (1/1 - 1/2) / m on the film, 36 mm wide.
        var stage = Dark with { Instances = [new Instance(Stages.Sphere(0.02f), Red)] };
        var camera = Level with { Aperture = 1, Focus = 1 };
        var state = new FrameState(camera, [Stages.At(0, 1, -1)]);
        var rgb = Rgb(stage, state, state);
        var lit = Enumerable.Range(0, Width).Where(x => At(rgb, x, Height / 2).X > 12).ToArray();
        var disc = 50 * 0.05f * (1 - 0.5f) / 36 * Width;
        var body = 0.04f / 2 * 50 / 36 * Width;
        Assert.Equal(disc + body, lit.Max() - lit.Min() + 1, 2f);
    }

    [Fact]
    public void A_body_in_front_of_the_lens_and_behind_it_does_not_fill_the_picture()
    {
        // A long beam from behind the camera to far in front: its near part is clipped.
        var beam = new Mesh(
            [new(-0.05f, 0, 3), new(0.05f, 0, 3), new(0.05f, 0, -5), new(-0.05f, 0, -5)],
            [Vector3.UnitY, Vector3.UnitY, Vector3.UnitY, Vector3.UnitY], [default, default, default, default], [0, 1, 2, 0, 2, 3]);
        var stage = Dark with { Instances = [new Instance(beam, Red)] };
        var state = new FrameState(Level, [Stages.At(0, 0.9f, 0)]);
        var rgb = Rgb(stage, state, state);
        Assert.True(At(rgb, Width / 2, Height - 2).X > 100, "it runs in at the bottom");
        Assert.True(At(rgb, 5, Height / 2 + 20).X < 10, "beside it is nothing");
        Assert.True(At(rgb, Width / 2, 10).X < 10, "above it is nothing");
    }

    private static Vector3 Centre(Stage stage, params Pose[] poses)
    {
        var state = new FrameState(Level, poses);
        return At(Rgb(stage, state, state), Width / 2, Height / 2);
    }

    private static Vector3 At(byte[] rgb, int x, int y)
    {
        var i = 3 * (y * Width + x);
        return new Vector3(rgb[i], rgb[i + 1], rgb[i + 2]);
    }

    private static byte[] Rgb(Stage stage, FrameState state, FrameState previous)
    {
        using var renderer = new FilmRenderer(stage, Width, Height);
        var rgb = new byte[Width * Height * 3];
        renderer.RenderRgb(previous, state, 0, rgb);
        return rgb;
    }
}
