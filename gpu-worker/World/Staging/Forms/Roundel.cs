using System.Numerics;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Pictures;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>
/// A round flat thing that stands on its rim with the picture on its face: a plate, a record, a lid. A picture whose product is round
/// covers it to the rim; of any other the middle is shown. A weighted foot keeps it upright.
/// </summary>
internal static class Roundel
{
    private const int Around = 96;

    /// <summary>Draws it.</summary>
    /// <param name="picture">What is on its face.</param>
    /// <param name="height">Its diameter in metres.</param>
    /// <param name="face">Surface of the face.</param>
    /// <param name="rest">Surface of the rim and the back.</param>
    /// <param name="density">kg/m3.</param>
    public static Draft Make(ProductPicture picture, double height, Material face, Material rest, double density)
    {
        var isRound = picture.Outlined && Math.Abs(picture.Aspect - 1) < 0.08 && Math.Abs(picture.Coverage - (Math.PI / 4)) < 0.03;
        var texture = isRound ? picture.Texture : picture.Whole;
        float r = (float)height / 2, half = 0.045f * (float)height, edge = 0.5f * half, flat = r - edge;
        var reach = isRound ? new Vector2(0.988f) : new Vector2(Math.Min(1, (float)texture.Height / texture.Width), Math.Min(1, (float)texture.Width / texture.Height));
        var front = new MeshBuilder();
        Turn(front, [(0, half), (flat, half)], p => new Vector2(0.5f) + (new Vector2(p.X, -p.Y) * reach / (2 * flat)), r);
        var others = new MeshBuilder();
        Turn(others, [.. Bend(flat, half, edge)], _ => new(0.5f), r);
        Turn(others, [(flat, -half), (0, -half)], _ => new(0.5f), r);
        Vector3d size = new(height, height, Math.Max(2 * half, 0.3 * height));
        var weight = density * Math.PI * r * r * 2 * half;
        var mass = MassProperties.Block(size, 1);
        return new(
            [(front.Build(), face with { Picture = texture }), (others.Build(), rest)],
            centre => new Hull(Corners(height, half, size.Z).Select(p => p - centre)) { Margin = 0.0008 },
            size.ToSingle())
        {
            HasFace = true,
            Mass = mass with { Mass = weight, Inertia = mass.Inertia * (weight / mass.Mass), Centre = new(0, 0.3 * height, 0) },
        };
    }

    // A quarter round from the face to the rim, and one from there to the back.
    private static IEnumerable<(float Radius, float Z)> Bend(float flat, float half, float edge)
    {
        for (var k = 0; k <= 12; k++)
        {
            var (sine, cosine) = MathF.SinCos(MathF.PI * k / 12);
            yield return (flat + (edge * sine), (half - edge) * Math.Sign(MathF.Round(cosine, 3)) + (edge * cosine));
        }
    }

    // Rings about the axis through the middle of the face, outside on the left of the way.
    private static void Turn(MeshBuilder builder, IReadOnlyList<(float Radius, float Z)> rings, Func<Vector2, Vector2> coordinate, float radius)
    {
        builder.Grid(rings.Count, Around + 1, (i, j) =>
        {
            var (sine, cosine) = MathF.SinCos(-MathF.Tau * j / Around);
            var (before, after) = (rings[Math.Max(i - 1, 0)], rings[Math.Min(i + 1, rings.Count - 1)]);
            float outwards = before.Z - after.Z, ahead = after.Radius - before.Radius;
            var place = new Vector2(cosine, sine) * rings[i].Radius;
            var normal = Vector3.Normalize(new(new Vector2(cosine, sine) * outwards, ahead));
            return builder.Vertex(new(place.X, place.Y + radius, rings[i].Z), normal, coordinate(place));
        });
    }

    private static IEnumerable<Vector3d> Corners(double height, double half, double depth)
    {
        const double skin = 0.0008;
        foreach (var z in new[] { -1, 1 })
        {
            yield return new(-0.2 * height, skin, z * ((depth / 2) - skin));
            yield return new(0.2 * height, skin, z * ((depth / 2) - skin));
            for (var k = 0; k < 12; k++)
            {
                var (sine, cosine) = Math.SinCos(Math.Tau * (k + 0.5) / 12);
                yield return new(((height / 2) - skin) * cosine, (height / 2) + (((height / 2) - skin) * sine), z * (half - skin));
            }
        }
    }
}
