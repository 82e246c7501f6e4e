using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Physics.Pour;

/// <summary>Standing liquid: its bottom, its side up to the surface, and the surface, round about an upright axis.</summary>
internal sealed class PoolMesh
{
    /// <summary>Points of the side's outline.</summary>
    public const int Rows = 16;

    private const int Around = 48;

    /// <summary>The mesh for an outline.</summary>
    /// <param name="outline">Radius (x) and height (y) of the side from the bottom up; then, last, the middle of the bottom.</param>
    public Mesh Make(IReadOnlyList<Vector3d> outline)
    {
        var deformation = Deform(outline);
        List<int> indices = [];
        foreach (var (first, last) in new[] { (0, 1), (2, Rows + 1), (Rows + 2, Rows + 3) })
        {
            for (var i = first; i < last; i++)
            {
                for (var k = 0; k < Around; k++)
                {
                    var (a, b) = ((i * (Around + 1)) + k, ((i + 1) * (Around + 1)) + k);
                    indices.AddRange([a, a + 1, b + 1, a, b + 1, b]);
                }
            }
        }

        return new(deformation.Positions, deformation.Normals, new Vector2[deformation.Positions.Length], [.. indices]);
    }

    /// <summary>The vertices for an outline: bottom's middle and rim, side, surface's rim and middle.</summary>
    public Deformation Deform(IReadOnlyList<Vector3d> outline)
    {
        var (positions, normals) = (new List<Vector3>(), new List<Vector3>());
        var middle = outline[Rows];
        void Ring(double radius, double y, double outwards, double up)
        {
            for (var k = 0; k <= Around; k++)
            {
                var (sine, cosine) = Math.SinCos(2 * Math.PI * k / Around);
                positions.Add(new Vector3d(middle.X + (radius * sine), y, middle.Z + (radius * cosine)).ToSingle());
                normals.Add(new Vector3d(outwards * sine, up, outwards * cosine).ToSingle());
            }
        }

        Ring(0, outline[0].Y, 0, -1);
        Ring(outline[0].X, outline[0].Y, 0, -1);
        for (var i = 0; i < Rows; i++)
        {
            var along = outline[Math.Min(i + 1, Rows - 1)] - outline[Math.Max(i - 1, 0)];
            var normal = along.LengthSquared > 1e-18 ? new Vector3d(along.Y, -along.X, 0).Unit() : new Vector3d(1, 0, 0);
            Ring(outline[i].X, outline[i].Y, normal.X, normal.Y);
        }

        var top = outline[Rows - 1];
        Ring(top.X, top.Y, 0, 1);
        Ring(0, top.Y, 0, 1);
        return new([.. positions], [.. normals]);
    }
}
