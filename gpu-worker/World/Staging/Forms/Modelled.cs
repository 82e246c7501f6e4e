using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Gltf;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>
/// A merchant's 3-D model, scaled to its subject's height (what lies flat: to its longest side), standing on y = 0 and centred. It
/// collides as its convex hull, or as the surface of revolution that it is, and weighs what its hull of its matter would.
/// </summary>
internal static class Modelled
{
    private const float Flat = 0.02f;

    /// <summary>Makes the piece.</summary>
    public static Piece Make(Subject subject, Model model, List<string> warnings)
    {
        warnings.AddRange(model.Warnings.Select(warning => $"{subject.Name}: {warning}"));
        var matter = Matters.Of(subject.Matter);
        var (low, high) = Bounds(model);
        var extent = high - low;
        var longest = Math.Max(extent.X, Math.Max(extent.Y, extent.Z));
        var scale = (float)subject.Height / (extent.Y > Flat * longest ? extent.Y : longest);
        var offset = -scale * new Vector3((low.X + high.X) / 2, low.Y, (low.Z + high.Z) / 2);
        var parts = model.Parts.Select(part => part with { Mesh = part.Mesh with { Positions = Array.ConvertAll(part.Mesh.Positions, p => (scale * p) + offset) } }).ToList();
        var points = HullPoints.Of(parts.SelectMany(part => part.Mesh.Positions));
        var size = Vector3.Max(scale * extent, new(0.0005f));
        var outline = model.Motion is null ? Roundness.Outline(parts.SelectMany(part => part.Mesh.Positions), size.Y) : null;
        return Piece.Of(
            subject,
            new([.. parts.Select(part => (part.Mesh, part.Material))], centre => outline is null ? Hull(points, size, centre) : Round.Lathe(outline, 0.001, centre), size)
            {
                Rolling = outline is null ? Rolling.Never : Rolling.OnMantle,
                HasFace = true,
                BestYaw = -0.3,
                Mass = Mass(points, size, matter.Density),
                Motion = model.Motion is { } motion ? time => [.. motion(time).Select(state => state.Moved(scale, offset))] : null,
                Deforms = [.. parts.Select(part => part.Deforms)],
            },
            matter);
    }

    private static (Vector3 Low, Vector3 High) Bounds(Model model)
    {
        Vector3 low = new(float.MaxValue), high = new(float.MinValue);
        foreach (var part in model.Parts)
        {
            foreach (var position in part.Mesh.Positions)
            {
                low = Vector3.Min(low, position);
                high = Vector3.Max(high, position);
            }
        }

        return (low, high);
    }

    private static Hull Hull(IReadOnlyList<Vector3> points, Vector3 size, Vector3d centre)
    {
        var skin = Math.Min(0.001, 0.1 * Math.Min(size.X, Math.Min(size.Y, size.Z)));
        return new(points.Select(p => new Vector3d(
            Inwards(p.X, size.X / 2), Math.Clamp(p.Y, skin, size.Y - skin), Inwards(p.Z, size.Z / 2)) - centre)) { Margin = skin };
        double Inwards(double value, double half) => Math.Clamp(value, skin - half, half - skin);
    }

    private static MassProperties Mass(IReadOnlyList<Vector3> points, Vector3 size, double density)
    {
        var block = MassProperties.Block(Vector3d.From(size), density) with { Centre = new(0, size.Y / 2, 0) };
        if (ConvexHull.Of(points) is not { Count: > 0 } triangles)
        {
            return block;
        }

        var hull = MassProperties.Of([new Mesh([.. points], [], [], [.. triangles.SelectMany(t => new[] { t.A, t.B, t.C })])], density);
        return hull.Mass > 0.02 * block.Mass ? hull : block;
    }
}
