using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Tests.Render;

/// <summary>Small scenes whose picture can be worked out on paper.</summary>
internal static class Stages
{
    public static readonly CameraPose Front = new(new Vector3(0, 0.2f, 1), new Vector3(0, 0.1f, 0), Vector3.UnitY, 50, 0, 1);

    public static Mesh Sphere(float radius, int around = 64)
    {
        var rings = around / 2;
        var (positions, normals, indices) = (new List<Vector3>(), new List<Vector3>(), new List<int>());
        for (var i = 0; i <= rings; i++)
        for (var j = 0; j <= around; j++)
        {
            var (polar, azimuth) = (MathF.PI * i / rings, 2 * MathF.PI * j / around);
            var n = new Vector3(MathF.Sin(polar) * MathF.Sin(azimuth), MathF.Cos(polar), MathF.Sin(polar) * MathF.Cos(azimuth));
            normals.Add(n);
            positions.Add(n * radius);
        }

        for (var i = 0; i < rings; i++)
        for (var j = 0; j < around; j++)
        {
            var a = i * (around + 1) + j;
            indices.AddRange([a, a + around + 1, a + 1, a + 1, a + around + 1, a + around + 2]);
        }

        return new Mesh([.. positions], [.. normals], [.. positions.Select(_ => Vector2.Zero)], [.. indices]);
    }

    /// <summary>A square in the plane z = 0 facing +z, the picture upright on it.</summary>
    public static Mesh Card(float side)
    {
        var h = side / 2;
        return new Mesh(
            [new(-h, -h, 0), new(h, -h, 0), new(h, h, 0), new(-h, h, 0)],
            [Vector3.UnitZ, Vector3.UnitZ, Vector3.UnitZ, Vector3.UnitZ],
            [new(0, 1), new(1, 1), new(1, 0), new(0, 0)],
            [0, 1, 2, 0, 2, 3]);
    }

    public static AreaLight Lamp(Vector3 centre, Vector3 target, float side, float radiance)
    {
        var forward = Vector3.Normalize(target - centre);
        var right = Vector3.Normalize(Vector3.Cross(MathF.Abs(forward.Y) > 0.9f ? Vector3.UnitX : Vector3.UnitY, forward));
        return new AreaLight(centre, right * side / 2, Vector3.Cross(forward, right) * side / 2, new Vector3(radiance));
    }

    public static Stage Of(params Instance[] instances) => new()
    {
        Instances = instances,
        Lights = [Lamp(new Vector3(-0.5f, 1, 0.5f), Vector3.Zero, 0.3f, 8)],
        Backdrop = new Backdrop { Zenith = new Vector3(0.3f), Horizon = new Vector3(0.3f) },
    };

    public static Pose At(float x, float y, float z) => new(new Vector3(x, y, z), Quaternion.Identity);
}
