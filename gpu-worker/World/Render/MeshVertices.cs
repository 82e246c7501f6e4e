using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Render;

/// <summary>A mesh as the raster reads it: coordinates by axis, corners of triangles, and which triangles go on smoothly.</summary>
internal sealed unsafe class MeshVertices
{
    private readonly Mesh mesh;
    private readonly float[] axes;
    private readonly int[] corners;
    private readonly int[] facets;
    private readonly int[] facetOfTriangle;
    private Vector3[] positions;

    public MeshVertices(Mesh mesh)
    {
        this.mesh = mesh;
        positions = mesh.Positions;
        var triangles = mesh.Indices.Length / 3;
        Padded = (mesh.Positions.Length + 31) & ~15;
        axes = GC.AllocateArray<float>(3 * Padded, pinned: true);
        corners = GC.AllocateArray<int>(3 * ((triangles + 31) & ~15), pinned: true);
        facets = GC.AllocateArray<int>(triangles, pinned: true);
        var seams = Weld((p, n) => p);
        Closed = IsClosed(seams);
        facetOfTriangle = Joined(Weld((p, n) => (p, n)));
        Spread();
    }

    /// <summary>Vertices of the mesh.</summary>
    public int Count => mesh.Positions.Length;

    /// <summary>Floats from axis to axis: <see cref="Count"/> and at least 16 more.</summary>
    public int Padded { get; }

    /// <summary>Whether every edge has a triangle on either side, so that its inside can't be seen.</summary>
    public bool Closed { get; }

    /// <summary>How many smooth parts it has: within one, normals change without a crease.</summary>
    public int Facets { get; private set; }

    /// <summary>Where the vertices are now.</summary>
    public ReadOnlySpan<Vector3> Positions => positions;

    /// <summary>Coordinates: all x, all y, all z.</summary>
    public float* Axes => (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(axes));

    /// <summary>Vertices of the triangles: all first corners, all second, all third, <see cref="CornerStride"/> apart.</summary>
    public int* Corners => (int*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(corners));

    public int CornerStride => corners.Length / 3;

    /// <summary>The smooth part that each triangle belongs to.</summary>
    public int* FacetOf => (int*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(facets));

    /// <summary>Numbers the triangles anew.</summary>
    public void Order(ReadOnlySpan<int> order)
    {
        for (var slot = 0; slot < facets.Length; slot++)
        {
            facets[slot] = facetOfTriangle[order[slot]];
            for (var k = 0; k < 3; k++) corners[k * CornerStride + slot] = mesh.Indices[3 * order[slot] + k];
        }
    }

    /// <summary>Puts the vertices between two places.</summary>
    public void Move(ReadOnlySpan<Vector3> from, ReadOnlySpan<Vector3> to, float t)
    {
        if (ReferenceEquals(positions, mesh.Positions)) positions = new Vector3[mesh.Positions.Length];
        for (var i = 0; i < positions.Length; i++) positions[i] = Vector3.Lerp(from[i], to[i], t);
        Spread();
    }

    private void Spread()
    {
        for (var i = 0; i < positions.Length; i++)
            (axes[i], axes[Padded + i], axes[2 * Padded + i]) = (positions[i].X, positions[i].Y, positions[i].Z);
    }

    /// <summary>For each vertex the first one that equals it.</summary>
    private int[] Weld<TKey>(Func<Vector3, Vector3, TKey> key)
        where TKey : notnull
    {
        var first = new Dictionary<TKey, int>();
        var result = new int[mesh.Positions.Length];
        for (var i = 0; i < result.Length; i++)
        {
            // Vertices of one corner may differ by rounding.
            var (p, n) = (Rounded(mesh.Positions[i], 1e5f), Rounded(mesh.Normals[i], 64));
            if (first.TryAdd(key(p, n), i)) result[i] = i;
            else result[i] = first[key(p, n)];
        }

        return result;
    }

    private static Vector3 Rounded(Vector3 v, float scale) =>
        new Vector3(MathF.Round(v.X * scale), MathF.Round(v.Y * scale), MathF.Round(v.Z * scale)) + Vector3.Zero;

    private bool IsClosed(int[] weld)
    {
        var open = new HashSet<(int, int)>();
        for (var i = 0; i < mesh.Indices.Length; i += 3)
        {
            var (a, b, c) = (weld[mesh.Indices[i]], weld[mesh.Indices[i + 1]], weld[mesh.Indices[i + 2]]);
            if (a == b || b == c || c == a) continue;
            foreach (var (from, to) in new[] { (a, b), (b, c), (c, a) })
                if (!open.Remove((to, from)) && !open.Add((from, to)))
                    return false;
        }

        return open.Count == 0;
    }

    /// <summary>Triangles that share a corner with one normal belong together.</summary>
    private int[] Joined(int[] weld)
    {
        var parent = (int[])weld.Clone();
        int Root(int i)
        {
            while (parent[i] != i) i = parent[i] = parent[parent[i]];
            return i;
        }

        for (var i = 0; i < mesh.Indices.Length; i += 3)
        {
            var root = Root(mesh.Indices[i]);
            for (var k = 1; k < 3; k++)
            {
                var other = Root(mesh.Indices[i + k]);
                parent[Math.Max(root, other)] = root = Math.Min(root, other);
            }
        }

        var numbers = new Dictionary<int, int>();
        var result = new int[mesh.Indices.Length / 3];
        for (var i = 0; i < result.Length; i++)
        {
            var root = Root(mesh.Indices[3 * i]);
            if (numbers.TryAdd(root, numbers.Count)) Facets++;
            result[i] = numbers[root];
        }

        return result;
    }
}
