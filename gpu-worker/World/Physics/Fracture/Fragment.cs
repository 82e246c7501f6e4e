using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Physics.Fracture;

/// <summary>A piece of something that can break. Its meshes lie about its own centre of mass.</summary>
/// <param name="Outer">What was seen before: a mesh for each mesh of the whole, in the same order, possibly without triangles.</param>
/// <param name="Broken">The faces where the matter broke.</param>
/// <param name="Offset">Its centre of mass in the space of the whole.</param>
/// <param name="Mass">How it resists; its centre is the origin.</param>
/// <param name="Shape">Its convex hull.</param>
public sealed record Fragment(IReadOnlyList<Mesh> Outer, Mesh Broken, Vector3d Offset, MassProperties Mass, Shape Shape)
{
    private const double MostMargin = 0.001;

    /// <summary>The piece as a body that is not there yet.</summary>
    /// <param name="surface">How it behaves in contact.</param>
    public Body Body(Surface surface) => new() { Shape = Shape, Surface = surface, Mass = Mass, Present = false };

    /// <summary>From its closed surface.</summary>
    internal static Fragment Of(IReadOnlyList<Facet> facets, int parts, double density)
    {
        var mass = MassProperties.Of([Facet.ToMesh(facets, default)], density);
        return new(
            [.. Enumerable.Range(0, parts).Select(part => Facet.ToMesh(facets.Where(facet => facet.Part == part), mass.Centre))],
            Facet.ToMesh(facets.Where(facet => facet.Part < 0), mass.Centre),
            mass.Centre,
            mass with { Centre = default },
            HullOf([.. facets.SelectMany(facet => facet.Corners).Select(corner => corner.Place - mass.Centre)]));
    }

    // The farthest points in some forty directions are enough to lie and roll on.
    private static Hull HullOf(Vector3d[] points)
    {
        var (directions, _) = DirectionBall.Of(1);
        var extremes = directions.Select(direction => points.MaxBy(point => Vector3d.Dot(point, direction))).Distinct().ToArray();
        var margin = Math.Min(MostMargin, 0.05 * extremes.Max(point => point.Length));
        return new Hull(extremes.Select(point => point * (1 - (margin / Math.Max(point.Length, 2 * margin))))) { Margin = margin };
    }
}
