using System.Numerics;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.Benchmarks.Physics;

/// <summary>Bodies of the test scenes, with the meshes that they are filmed as.</summary>
internal static class Solid
{
    public static Body Ball(double radius, Vector3d position, Surface surface, double density = 1000) => new()
    {
        Shape = new Ball { Margin = radius },
        Mass = MassProperties.Ball(radius, density),
        Surface = surface,
        Position = position,
    };

    public static Body Block(Vector3d size, Vector3d position, Surface surface, double density = 600) => new()
    {
        Shape = Hull.Block(size, 0.002),
        Mass = MassProperties.Block(size, density),
        Surface = surface,
        Position = position,
    };

    public static Body Fixed(Vector3d size, Vector3d position, Rotation turn, Surface surface) => new()
    {
        Shape = Hull.Block(size, 0.002),
        Mass = MassProperties.Block(size, 1000),
        Surface = surface,
        Position = position,
        Orientation = turn,
        Motor = _ => (position, turn),
    };

    public static Mesh BallMesh(double radius)
    {
        const int rings = 24, around = 48;
        List<Vector3> normals = [];
        List<int> indices = [];
        for (var i = 0; i <= rings; i++)
        {
            for (var j = 0; j <= around; j++)
            {
                var (up, across) = MathF.SinCos(MathF.PI * (((float)i / rings) - 0.5f));
                var (sine, cosine) = MathF.SinCos(2 * MathF.PI * j / around);
                normals.Add(new(across * sine, up, across * cosine));
                var a = (i * (around + 1)) + j;
                if (i < rings && j < around)
                {
                    indices.AddRange([a, a + 1, a + around + 2, a, a + around + 2, a + around + 1]);
                }
            }
        }

        return new([.. normals.Select(n => n * (float)radius)], [.. normals], new Vector2[normals.Count], [.. indices]);
    }

    public static Mesh BlockMesh(Vector3d size)
    {
        var half = size.ToSingle() / 2;
        List<Vector3> positions = [], normals = [];
        List<int> indices = [];
        foreach (var normal in (Vector3[])[Vector3.UnitX, -Vector3.UnitX, Vector3.UnitY, -Vector3.UnitY, Vector3.UnitZ, -Vector3.UnitZ])
        {
            var u = new Vector3(normal.Y, normal.Z, normal.X);
            var v = Vector3.Cross(normal, u);
            var first = positions.Count;
            foreach (var (a, b) in ((int, int)[])[(-1, -1), (1, -1), (1, 1), (-1, 1)])
            {
                positions.Add((normal + (u * a) + (v * b)) * half);
                normals.Add(normal);
            }

            indices.AddRange([first, first + 1, first + 2, first, first + 2, first + 3]);
        }

        return new([.. positions], [.. normals], new Vector2[positions.Count], [.. indices]);
    }
}
