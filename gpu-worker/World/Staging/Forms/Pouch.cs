using System.Numerics;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Pictures;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>
/// A soft bag that stands: as wide as the picture's outline, row by row; welded flat at the top and along its sides, full below, on a
/// flat bottom. The picture is projected onto its front from straight ahead; its back is plain.
/// </summary>
internal static class Pouch
{
    private const int Up = 56;
    private const int Across = 40;
    private const float Seal = 0.075f;
    private const float Weld = 0.96f;

    /// <summary>Draws it.</summary>
    /// <param name="picture">Its picture; null for a plain one.</param>
    /// <param name="height">In metres.</param>
    /// <param name="front">Surface of the front; the picture is put on it.</param>
    /// <param name="back">Surface of the rest.</param>
    public static Draft Make(ProductPicture? picture, double height, Material front, Material back)
    {
        var outline = Outline(picture);
        var widest = Enumerable.Range(0, Up + 1).Max(i => outline(i / (float)Up).Half);
        float h = (float)height, full = Math.Min(0.42f * widest, 0.2f) * h;

        Vector3 Point(float s, float t, int side)
        {
            var up = Math.Clamp(s, 0, 1);
            var (middle, half) = outline(up);
            var u = (2 * Math.Clamp(t, 0, 1)) - 1;
            return h * new Vector3(middle + (side * half * u), up, side * Thickness(up, u, half / widest) * full / h);
        }

        Vector2 Place(float s, float t)
        {
            var (middle, half) = outline(s);

            // Drawn in by a little, so that the rim takes the product's colour and not that of the antialiased edge.
            return new(((middle + (0.985f * half * ((2 * t) - 1))) / (picture is null ? 1 : (float)picture.Aspect)) + 0.5f, Math.Clamp(1 - s, 0.004f, 0.996f));
        }

        MeshBuilder face = new(), rest = new();
        face.Smooth(Up + 1, Across + 1, (s, t) => Point(s, t, 1), Place);
        rest.Smooth(Up + 1, Across + 1, (s, t) => Point(s, t, -1), (_, _) => new(0.5f));
        rest.Grid(2, Across + 1, (i, j) => rest.Vertex(
            Point(0, i == 1 ? j / (float)Across : 1 - (j / (float)Across), i == 1 ? 1 : -1), -Vector3.UnitY, new(0.5f)));
        Mesh faceMesh = face.Build(), restMesh = rest.Build();
        var points = HullPoints.Of(faceMesh.Positions.Concat(restMesh.Positions));
        var size = new Vector3(2 * widest * h, h, 2 * full);
        return new(
            [(faceMesh, picture is null ? front : front with { Picture = picture.Texture }), (restMesh, back)],
            centre => new Hull(points.Select(p => new Vector3d(p.X, Math.Clamp(p.Y, Skin, h - Skin), p.Z) - centre)) { Margin = Skin },
            size) { HasFace = picture is not null };
    }

    private const double Skin = 0.0006;

    // Middle and half of the width at a height, all in heights of the pouch.
    private static Func<float, (float Middle, float Half)> Outline(ProductPicture? picture)
    {
        if (picture is not { Outlined: true })
        {
            var half = 0.5f * (float)(picture?.Aspect ?? 0.7);

            // Drawn in at the bottom's corners.
            return up => (0, half * (1 - (0.07f * MathF.Pow(Math.Max(1 - (up / 0.07f), 0), 2))));
        }

        var rows = new Rows(picture.Texture);
        return up =>
        {
            var (left, right) = rows.At((1 - up) * (picture.Texture.Height - 1));
            var middle = ((left + right) / 2) - (picture.Texture.Width / 2.0);
            return ((float)(middle / picture.Texture.Height), (float)Math.Max((right - left) / 2 / picture.Texture.Height, 0.002));
        };
    }

    // Of 0 to 1. Folds run down from the seal and die out on the belly.
    private static float Thickness(float up, float across, float width)
    {
        var belly = Ramp((1 - Seal - up) / 0.62f) * (0.8f + (0.2f * Ramp(up / 0.22f)));
        var round = MathF.Pow(Math.Max(1 - (across * across / (Weld * Weld)), 0), 0.62f);
        var folds = 0.05f * Ramp((1 - Seal - up) / 0.1f) * Ramp((up - 0.5f) / 0.25f) * round * MathF.Sin((17 * across) + 0.6f);
        var film = 0.012f * (1 - MathF.Pow(across, 16)) * Math.Min(1, (1 - up) * 60);
        return ((belly * round) + folds) * Math.Min(width, 1) + film;
    }

    private static float Ramp(float t)
    {
        t = Math.Clamp(t, 0, 1);
        return t * t * (3 - (2 * t));
    }
}
