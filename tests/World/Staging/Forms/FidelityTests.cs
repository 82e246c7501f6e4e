using System.Numerics;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Render;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging;
using SoraFunctions.World.Staging.Cameras;
using SoraFunctions.World.Staging.Forms;
using SoraFunctions.World.Staging.Pictures;
using SoraFunctions.World.Tests.Engine;
using Xunit.Abstractions;

namespace SoraFunctions.World.Tests.Staging.Forms;

/// <summary>The merchant's picture is seen on its form as it is, but for light.</summary>
public sealed class FidelityTests(ITestOutputHelper output)
{
    private const int Width = 1280;
    private const int Height = 720;

    /// <summary>Forms, whether their picture is a product's photo, and the part of the front's width that faces the camera.</summary>
    public static TheoryData<Form, bool, double> Forms() => new()
    {
        { Form.Card, true, 0.9 },
        { Form.Card, false, 0.9 },
        { Form.Box, false, 0.9 },
        { Form.Bottle, true, 0.7 },
        { Form.Can, false, 0.5 },
        { Form.Pouch, false, 0.7 },
        { Form.Slab, false, 0.9 },
        { Form.Disc, false, 0.6 },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_picture_on_its_form_is_the_picture(Form form, bool isPhoto, double part)
    {
        var similarity = Similarity(form, isPhoto, part);
        output.WriteLine($"{form}: {similarity:0.000}");
        Assert.True(similarity >= 0.9, $"{form}: {similarity:0.000}");
    }

    private static double Similarity(Form form, bool isPhoto, double part)
    {
        var source = Print.Draw(isPhoto);
        var picture = PictureReader.Read(source);
        Assert.Equal(isPhoto, picture.Outlined);
        var piece = FormMaker.Make(new() { Id = "it", Name = "It", Form = form, Height = 0.2, Picture = "x" }, picture, new(), new(1), []);
        var frame = Photograph(piece, out var camera);
        var seen = Unprojected(piece, frame, camera, picture, part);
        return StructuralSimilarity.Of(seen.Source, seen.Film, seen.Columns);
    }

    // In the white studio, alone and straight ahead.
    private static byte[] Photograph(Piece piece, out CameraPose camera)
    {
        var order = Orders.Of(Deed.Stand, 0.1m, new(Width, Height), piece.Subject with { Form = Form.Cube, Picture = null });
        var stage = Director.Stage(order with { Shot = order.Shot with { Setting = Setting.WhiteStudio } }, ShotAssets.None, default).Stage;
        var middle = new Vector3(0, piece.Size.Y / 2, 0);
        camera = new(middle + new Vector3(0, 0, 10 * piece.Size.Y), middle, Vector3.UnitY, 180, 0, 10 * piece.Size.Y);
        using var renderer = new FilmRenderer(stage with { Instances = piece.Parts }, Width, Height);
        var state = new FrameState(camera, [.. piece.Parts.Select(_ => new Pose(new(0, (float)piece.Rest, 0), Quaternion.Identity))]);
        var rgb = new byte[Width * Height * 3];
        renderer.RenderRgb(state, state, 0, rgb);
        return rgb;
    }

    // For each pixel of the film that shows the front: its brightness, and that of the picture's pixels it shows, by casting a ray.
    private static (float[] Source, float[] Film, int Columns) Unprojected(Piece piece, byte[] rgb, CameraPose camera, ProductPicture picture, double part)
    {
        var projection = new Projection(camera, new FrameFormat(Width, Height));
        var mesh = piece.Parts[0].Mesh;
        var texture = piece.Parts[0].Material.Picture!;
        var lift = new Vector3(0, (float)piece.Rest, 0);
        Vector2 low = new(float.MaxValue), high = new(float.MinValue);
        var shown = new Vector2?[Width * Height];
        for (var i = 0; i < mesh.Indices.Length; i += 3)
        {
            var corners = mesh.Indices.AsSpan(i, 3);
            Vector3 a = mesh.Positions[corners[0]], b = mesh.Positions[corners[1]], c = mesh.Positions[corners[2]];
            if (Vector3.Cross(b - a, c - a).Z <= 0)
            {
                continue;
            }

            Vector2 p = At(a), q = At(b), r = At(c);
            Fill(shown, p, q, r, mesh.TextureCoordinates[corners[0]], mesh.TextureCoordinates[corners[1]], mesh.TextureCoordinates[corners[2]]);
            foreach (var corner in new[] { p, q, r })
            {
                (low, high) = (Vector2.Min(low, corner), Vector2.Max(high, corner));
            }
        }

        // The middle of the front; its rims and what curves away are left out.
        var centre = (low + high) / 2;
        var half = (high - low) / 2 * new Vector2((float)part, 0.82f * (float)Math.Min(1, part + 0.2));
        int left = (int)(centre.X - half.X), columns = (int)(2 * half.X), top = (int)(centre.Y - half.Y), rows = (int)(2 * half.Y);
        float[] source = new float[columns * rows], film = new float[columns * rows];
        for (var i = 0; i < source.Length; i++)
        {
            int x = left + (i % columns), y = top + (i / columns), at = ((y * Width) + x) * 3;
            film[i] = Luma(rgb[at], rgb[at + 1], rgb[at + 2]);
            var uv = shown[(y * Width) + x];
            source[i] = uv is { } place ? Print.Mean(texture, place, (float)picture.Texture.Height / (high.Y - low.Y) * texture.Height / picture.Texture.Height) : film[i];
        }

        return (source, film, columns);

        Vector2 At(Vector3 point)
        {
            var at = projection.At(point + lift)!.Value;
            return new(at.X * Width, at.Y * Height);
        }
    }

    private static void Fill(Vector2?[] shown, Vector2 p, Vector2 q, Vector2 r, Vector2 up, Vector2 uq, Vector2 ur)
    {
        var area = Cross(q - p, r - p);
        for (var y = Math.Max((int)Math.Min(p.Y, Math.Min(q.Y, r.Y)), 0); y <= Math.Min((int)Math.Max(p.Y, Math.Max(q.Y, r.Y)), Height - 1); y++)
        {
            for (var x = Math.Max((int)Math.Min(p.X, Math.Min(q.X, r.X)), 0); x <= Math.Min((int)Math.Max(p.X, Math.Max(q.X, r.X)), Width - 1); x++)
            {
                var at = new Vector2(x + 0.5f, y + 0.5f);
                float b = Cross(at - p, r - p) / area, c = Cross(q - p, at - p) / area;
                if (b >= -1e-4f && c >= -1e-4f && b + c <= 1.0001f)
                {
                    shown[(y * Width) + x] = up + (b * (uq - up)) + (c * (ur - up));
                }
            }
        }
    }

    private static float Cross(Vector2 a, Vector2 b) => (a.X * b.Y) - (a.Y * b.X);

    private static float Luma(byte r, byte g, byte b) => ((0.2126f * r) + (0.7152f * g) + (0.0722f * b)) / 255;
}
