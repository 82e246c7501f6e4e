using SoraFunctions.World.Chances;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Physics.Fracture;

/// <summary>Something solid and convex that can break: an ice cube, a stone, a block of glass.</summary>
public static class Solid
{
    /// <summary>Its pieces: Voronoi cells of points that crowd where it is hit. Together they fill it.</summary>
    /// <param name="meshes">Its surface: together closed and convex, about its centre of mass.</param>
    /// <param name="density">In kg/m3.</param>
    /// <param name="impact">Where it is hit, in its own space.</param>
    /// <param name="count">How many pieces, 2 or more; slivers without volume are left out.</param>
    /// <param name="seed">Of the points.</param>
    public static IReadOnlyList<Fragment> Break(IReadOnlyList<Mesh> meshes, double density, Vector3d impact, int count, long seed)
    {
        var whole = Facet.Of(meshes);
        var points = Points(whole, impact, count, new Chance(seed));
        List<Fragment> fragments = [];
        for (var i = 0; i < points.Length; i++)
        {
            var cell = Voronoi.Cell(whole, points, i);
            if (cell.Count > 3)
            {
                fragments.Add(Fragment.Of(cell, meshes.Count, density));
            }
        }

        return fragments;
    }

    /// <summary>Its slices, from the bottom up: cut level at equal distances. What is not convex is cut well where each level of it is.</summary>
    /// <param name="meshes">Its surface: together closed, about its centre of mass.</param>
    /// <param name="density">In kg/m3.</param>
    /// <param name="count">How many, 2 or more.</param>
    public static IReadOnlyList<Fragment> Slice(IReadOnlyList<Mesh> meshes, double density, int count)
    {
        var whole = Facet.Of(meshes);
        double low = meshes.Min(mesh => mesh.Positions.Min(place => place.Y)), high = meshes.Max(mesh => mesh.Positions.Max(place => place.Y));
        Vector3d[] middles = [.. Enumerable.Range(0, count).Select(i => new Vector3d(0, low + ((high - low) * (i + 0.5) / count), 0))];
        return [.. middles.Select((_, i) => Fragment.Of(Voronoi.Cell(whole, middles, i), meshes.Count, density))];
    }

    private static Vector3d[] Points(List<Facet> whole, Vector3d impact, int count, Chance chance)
    {
        var reach = whole.Max(facet => facet.Corners.Max(corner => (corner.Place - impact).Length));
        var planes = whole.Select(facet => (facet.Corners[0].Place, Normal: Vector3d.Cross(
            facet.Corners[1].Place - facet.Corners[0].Place, facet.Corners[2].Place - facet.Corners[0].Place))).ToArray();
        var points = new Vector3d[count];
        for (var i = 0; i < count;)
        {
            var point = impact + (chance.Direction() * (reach * Math.Pow(chance.Next(), 0.8)));
            if (Array.TrueForAll(planes, plane => Vector3d.Dot(point - plane.Place, plane.Normal) <= 0))
            {
                points[i++] = point;
            }
        }

        return points;
    }
}
