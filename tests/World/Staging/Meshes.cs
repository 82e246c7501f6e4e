using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Tests.Staging;

/// <summary>Measures of meshes.</summary>
internal static class Meshes
{
    /// <summary>Part of the triangles that face where their vertices' normals point.</summary>
    public static double Agreement(Mesh mesh)
    {
        var agreeing = 0;
        for (var i = 0; i < mesh.Indices.Length; i += 3)
        {
            var (a, b, c) = (mesh.Indices[i], mesh.Indices[i + 1], mesh.Indices[i + 2]);
            var across = Vector3.Cross(mesh.Positions[b] - mesh.Positions[a], mesh.Positions[c] - mesh.Positions[a]);
            agreeing += Vector3.Dot(across, mesh.Normals[a] + mesh.Normals[b] + mesh.Normals[c]) > 0 ? 1 : 0;
        }

        return 3.0 * agreeing / mesh.Indices.Length;
    }

    /// <summary>Number of triangles that name a vertex twice or have no area at all.</summary>
    public static int Slivers(Mesh mesh)
    {
        var count = 0;
        for (var i = 0; i < mesh.Indices.Length; i += 3)
        {
            var (a, b, c) = (mesh.Positions[mesh.Indices[i]], mesh.Positions[mesh.Indices[i + 1]], mesh.Positions[mesh.Indices[i + 2]]);
            count += a == b || b == c || c == a || Vector3.Cross(b - a, c - a).Length() == 0 ? 1 : 0;
        }

        return count;
    }

    /// <summary>Part of the directed edges that have no opposite: 0 for a closed surface. Vertices at the same place count as one.</summary>
    public static double Open(IEnumerable<Mesh> meshes, double grain)
    {
        Dictionary<((long, long, long), (long, long, long)), int> edges = [];
        foreach (var mesh in meshes)
        {
            for (var i = 0; i < mesh.Indices.Length; i += 3)
            {
                for (var k = 0; k < 3; k++)
                {
                    var (from, to) = (Place(mesh, mesh.Indices[i + k]), Place(mesh, mesh.Indices[i + ((k + 1) % 3)]));
                    if (from != to)
                    {
                        edges[(from, to)] = edges.GetValueOrDefault((from, to)) + 1;
                        edges[(to, from)] = edges.GetValueOrDefault((to, from)) - 1;
                    }
                }
            }
        }

        return edges.Count == 0 ? 1 : edges.Count(edge => edge.Value != 0) / (double)edges.Count;

        (long, long, long) Place(Mesh mesh, int index)
        {
            var p = mesh.Positions[index];
            return ((long)Math.Round(p.X / grain), (long)Math.Round(p.Y / grain), (long)Math.Round(p.Z / grain));
        }
    }
}
