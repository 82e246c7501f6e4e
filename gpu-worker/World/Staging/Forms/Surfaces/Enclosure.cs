using System.Numerics;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>Drafts from meshes alone: set down on y = 0, measured, and enclosed in their convex hull.</summary>
internal static class Enclosure
{
    private const int Azimuths = 12;
    private static readonly double[] _elevations = [-88, -72, -50, -25, 0, 25, 50, 72, 88];

    /// <summary>A draft of some meshes.</summary>
    /// <param name="parts">Meshes with their materials.</param>
    /// <param name="touching">How many of the first parts touch others; null for all.</param>
    public static Draft Of(IReadOnlyList<(Mesh Mesh, Material Material)> parts, int? touching = null)
    {
        var (low, high) = Bounds(parts.Select(part => part.Mesh));
        List<(Mesh, Material)> placed = [.. parts.Select(part => (Moved(part.Mesh, new(0, -low.Y, 0)), part.Material))];
        var solid = placed.Take(touching ?? placed.Count).SelectMany(part => part.Item1.Positions).ToArray();
        return new(placed, centre => Hull(solid, centre), high - low);
    }

    /// <summary>The convex hull of points, as the outermost of them in many directions.</summary>
    /// <param name="points">In metres.</param>
    /// <param name="centre">What becomes the origin.</param>
    public static Hull Hull(IReadOnlyList<Vector3> points, Vector3d centre)
    {
        Vector3 low = points[0], high = points[0];
        foreach (var point in points)
        {
            (low, high) = (Vector3.Min(low, point), Vector3.Max(high, point));
        }

        var extent = high - low;
        var skin = Math.Clamp(0.02f * Math.Min(extent.X, Math.Min(extent.Y, extent.Z)), 1e-4f, 2e-3f);
        HashSet<Vector3> seen = [];
        List<Vector3d> corners = [];
        foreach (var elevation in _elevations)
        {
            for (var k = 0; k < Azimuths; k++)
            {
                var (up, across) = Math.SinCos(elevation * Math.PI / 180);
                var (sine, cosine) = Math.SinCos((k + 0.21) * Math.Tau / Azimuths);
                var direction = new Vector3d(across * cosine, up, across * sine).ToSingle();
                var far = points[0];
                foreach (var point in points)
                {
                    far = Vector3.Dot(point, direction) > Vector3.Dot(far, direction) ? point : far;
                }

                if (seen.Add(far))
                {
                    corners.Add(Vector3d.From(Vector3.Clamp(far, low + new Vector3(skin), high - new Vector3(skin))) - centre);
                }
            }
        }

        return new(corners) { Margin = skin };
    }

    /// <summary>Lowest and highest corner of the box round some meshes.</summary>
    public static (Vector3 Low, Vector3 High) Bounds(IEnumerable<Mesh> meshes)
    {
        Vector3 low = new(float.MaxValue), high = new(float.MinValue);
        foreach (var point in meshes.SelectMany(mesh => mesh.Positions))
        {
            (low, high) = (Vector3.Min(low, point), Vector3.Max(high, point));
        }

        return (low, high);
    }

    /// <summary>A draft of some meshes, scaled to a height.</summary>
    /// <param name="parts">Meshes with their materials.</param>
    /// <param name="height">In metres.</param>
    public static Draft OfHeight(IReadOnlyList<(Mesh Mesh, Material Material)> parts, double height)
    {
        var (low, high) = Bounds(parts.Select(part => part.Mesh));
        var by = (float)height / (high.Y - low.Y);
        return Of([.. parts.Select(part => (Scaled(part.Mesh, by), part.Material))]);
    }

    /// <summary>A mesh made larger about its origin.</summary>
    public static Mesh Scaled(Mesh mesh, float by) => mesh with { Positions = [.. mesh.Positions.Select(p => p * by)] };

    /// <summary>A mesh moved.</summary>
    public static Mesh Moved(Mesh mesh, Vector3 by) => by == default ? mesh : mesh with { Positions = [.. mesh.Positions.Select(p => p + by)] };
}
