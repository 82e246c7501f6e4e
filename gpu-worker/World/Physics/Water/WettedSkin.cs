using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Physics.Water;

/// <summary>The closed skin of a body that water presses on, as triangles in the body's space; made once for a shape.</summary>
public sealed class WettedSkin
{
    private WettedSkin(Vector3d[] corners, int[] triangles)
    {
        (Corners, Triangles) = (corners, triangles);
        Volume = VolumeOf(corners, triangles);
    }

    /// <summary>Its volume in m3.</summary>
    public double Volume { get; }

    internal Vector3d[] Corners { get; }

    internal int[] Triangles { get; }

    /// <summary>
    /// Of a collision shape: its farthest points in the directions of a ball of triangles. Two fineness levels tell how much volume the
    /// flat triangles cut off round sides, and the finer one is grown by it.
    /// </summary>
    public static WettedSkin Of(Shape shape)
    {
        double less = Sampled(shape, 1).Volume, more = Sampled(shape, 2).Volume;
        var skin = Sampled(shape, 2).Welded(Math.Min(2.2 * shape.Margin, 0.03 * shape.Reach));
        var scale = Math.Cbrt((more + ((more - less) / 3)) / skin.Volume);
        return new([.. skin.Corners.Select(corner => corner * scale)], skin.Triangles);
    }

    /// <summary>Of closed meshes in the body's space: hollows that lie below the water are flooded.</summary>
    public static WettedSkin Of(IEnumerable<Mesh> meshes)
    {
        List<Vector3d> corners = [];
        List<int> triangles = [];
        foreach (var mesh in meshes)
        {
            var first = corners.Count;
            corners.AddRange(mesh.Positions.Select(Vector3d.From));
            triangles.AddRange(mesh.Indices.Select(index => first + index));
        }

        return new([.. corners], [.. triangles]);
    }

    private static WettedSkin Sampled(Shape shape, int fineness)
    {
        var (directions, triangles) = DirectionBall.Of(fineness);
        return new([.. directions.Select(direction => shape.Support(direction) + (direction * shape.Margin))], triangles);
    }

    // A rounded corner becomes one point: its many small triangles would cost much and weigh little.
    private WettedSkin Welded(double near)
    {
        List<(Vector3d Sum, int Count)> clusters = [];
        var cluster = new int[Corners.Length];
        for (var i = 0; i < Corners.Length; i++)
        {
            var corner = Corners[i];
            var found = clusters.FindIndex(c => ((c.Sum / c.Count) - corner).Length < near);
            if (found < 0)
            {
                found = clusters.Count;
                clusters.Add(default);
            }

            clusters[found] = (clusters[found].Sum + corner, clusters[found].Count + 1);
            cluster[i] = found;
        }

        List<int> kept = [];
        for (var i = 0; i < Triangles.Length; i += 3)
        {
            int a = cluster[Triangles[i]], b = cluster[Triangles[i + 1]], c = cluster[Triangles[i + 2]];
            if (a != b && b != c && c != a)
            {
                kept.AddRange([a, b, c]);
            }
        }

        return new([.. clusters.Select(c => c.Sum / c.Count)], [.. kept]);
    }

    private static double VolumeOf(Vector3d[] corners, int[] triangles)
    {
        double sum = 0;
        for (var i = 0; i < triangles.Length; i += 3)
        {
            sum += Vector3d.Dot(corners[triangles[i]], Vector3d.Cross(corners[triangles[i + 1]], corners[triangles[i + 2]])) / 6;
        }

        return sum;
    }
}
