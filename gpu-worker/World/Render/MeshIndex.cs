using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>
/// A mesh made ready for rays and for the raster: a tree over its triangles in its own space, built once, and their data in the tree's
/// order, by which triangles are numbered here.
/// </summary>
internal sealed unsafe class MeshIndex
{
    /// <summary>Floats per triangle in <see cref="Attributes"/>: three normals, three texture coordinates, texture area over area.</summary>
    public const int Stride = 16;

    private readonly Mesh mesh;
    private readonly BoxTree tree;
    private readonly Box[] boxes;
    private readonly float[] corners;
    private readonly float[] attributes;
    private readonly float[]? colours;
    private float[] shifts = [];

    public MeshIndex(Mesh mesh)
    {
        this.mesh = mesh;
        var count = mesh.Indices.Length / 3;
        boxes = new Box[count];
        tree = new BoxTree(count);
        Vertices = new MeshVertices(mesh);
        Enclose(mesh.Positions);
        tree.Build(boxes, 4);
        corners = GC.AllocateArray<float>(9 * count + 16, pinned: true);
        attributes = GC.AllocateArray<float>(Stride * count + 16, pinned: true);
        if (mesh.Colours is not null) colours = GC.AllocateArray<float>(12 * count + 16, pinned: true);
        for (var slot = 0; slot < count; slot++) Store(mesh.Positions, mesh.Normals, slot);
        Vertices.Order(tree.Order);
        Convex = Hull.Is(mesh);
        Middle = (Bounds.Min + Bounds.Max) / 2;
        foreach (var position in mesh.Positions) Around = MathF.Max(Around, Vector3.Distance(position, Middle));
        if (Convex) Within = Hull.Depth(mesh, Middle);
    }

    /// <summary>How many triangles it has.</summary>
    public int Count => boxes.Length;

    public Box Bounds => tree.Bounds;

    /// <summary>Whether no ray that leaves it outwards meets it again.</summary>
    public bool Convex { get; private set; }

    /// <summary>Its middle in its own space.</summary>
    public Vector3 Middle { get; private set; }

    /// <summary>Radius of a ball around the middle that holds all of it.</summary>
    public float Around { get; private set; }

    /// <summary>Radius of a ball around the middle that it holds; 0 where it is not convex.</summary>
    public float Within { get; private set; }

    /// <summary>What the raster needs.</summary>
    public MeshVertices Vertices { get; }

    public float* Attributes => (float*)Marshal.UnsafeAddrOfPinnedArrayElement(attributes, 0);

    /// <summary>Nine floats per triangle: the first corner, and the way from it to the second and third.</summary>
    public float* Corners => (float*)Marshal.UnsafeAddrOfPinnedArrayElement(corners, 0);

    /// <summary>Twelve floats per triangle: colour and alpha of the corners; null where the mesh has none.</summary>
    public float* Colours => colours is null ? null : (float*)Marshal.UnsafeAddrOfPinnedArrayElement(colours, 0);

    /// <summary>Nine floats per triangle: how far each corner moves from frame to frame; null where the mesh keeps its shape.</summary>
    public float* Shifts => shifts.Length == 0 ? null : (float*)Marshal.UnsafeAddrOfPinnedArrayElement(shifts, 0);

    /// <summary>Takes over a new shape.</summary>
    /// <param name="previous">At the frame before.</param>
    /// <param name="current">At this frame.</param>
    /// <param name="instant">Between them, 0 to 1.</param>
    public void Deform(Deformation previous, Deformation current, float instant)
    {
        var count = mesh.Positions.Length;
        if (previous.Positions.Length != count || current.Positions.Length != count || current.Normals.Length != count)
            throw new ArgumentException($"A deformation has {current.Positions.Length} vertices; its mesh has {count}.");
        if (shifts.Length == 0) shifts = GC.AllocateArray<float>(9 * Count + 16, pinned: true);
        Vertices.Move(previous.Positions, current.Positions, instant);
        var positions = Vertices.Positions;
        (Convex, Within) = (false, 0);
        Enclose(positions);
        tree.Refit(boxes);
        Middle = (Bounds.Min + Bounds.Max) / 2;
        Around = Vector3.Distance(Bounds.Max, Middle);
        for (var slot = 0; slot < Count; slot++)
        {
            Store(positions, current.Normals, slot);
            for (var k = 0; k < 3; k++)
            {
                var vertex = mesh.Indices[3 * tree.Order[slot] + k];
                (current.Positions[vertex] - previous.Positions[vertex]).CopyTo(shifts, 9 * slot + 3 * k);
            }
        }
    }

    private void Enclose(ReadOnlySpan<Vector3> positions)
    {
        var indices = mesh.Indices;
        for (var i = 0; i < boxes.Length; i++)
            boxes[i] = Box.Empty.With(positions[indices[3 * i]]).With(positions[indices[3 * i + 1]]).With(positions[indices[3 * i + 2]]);
    }

    private void Store(ReadOnlySpan<Vector3> positions, ReadOnlySpan<Vector3> normals, int slot)
    {
        var triangle = mesh.Indices.AsSpan(3 * tree.Order[slot], 3);
        var (a, b, c) = (positions[triangle[0]], positions[triangle[1]], positions[triangle[2]]);
        a.CopyTo(corners, 9 * slot);
        (b - a).CopyTo(corners, 9 * slot + 3);
        (c - a).CopyTo(corners, 9 * slot + 6);
        for (var k = 0; k < 3; k++)
        {
            normals[triangle[k]].CopyTo(attributes, Stride * slot + 3 * k);
            mesh.TextureCoordinates[triangle[k]].CopyTo(attributes, Stride * slot + 9 + 2 * k);
            if (colours is not null) mesh.Colours![triangle[k]].CopyTo(colours, 12 * slot + 4 * k);
        }

        var t = mesh.TextureCoordinates;
        var (ta, tb, tc) = (t[triangle[0]], t[triangle[1]], t[triangle[2]]);
        var textureArea = MathF.Abs((tb.X - ta.X) * (tc.Y - ta.Y) - (tb.Y - ta.Y) * (tc.X - ta.X));
        attributes[Stride * slot + 15] = textureArea / MathF.Max(1e-12f, Vector3.Cross(b - a, c - a).Length());
    }

    /// <summary>
    /// Finds the nearest triangle along each ray (Möller and Trumbore, "Fast, Minimum Storage Ray/Triangle Intersection", 1997), both
    /// sides counting.
    /// </summary>
    /// <param name="origin">In the mesh's space.</param>
    /// <param name="direction">In the mesh's space.</param>
    /// <param name="hits">Shortened where something is hit.</param>
    /// <param name="body">What to write as the body.</param>
    /// <param name="any">Whether any hit will do: a lane is then switched off by it.</param>
    /// <param name="cut">Surface whose picture cuts holes, or null.</param>
    public void Trace(in Wide3 origin, in Wide3 direction, ref Hits hits, int body, bool any, Surface? cut)
    {
        if (cut is null) Trace<Whole>(origin, direction, ref hits, body, any, cut);
        else Trace<Holed>(origin, direction, ref hits, body, any, cut);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Trace<THoles>(in Wide3 origin, in Wide3 direction, ref Hits hits, int body, bool any, Surface? cut)
        where THoles : struct, IHoles
    {
        var inverse = Slab.Inverse(direction);
        var shift = Slab.Shift(origin, inverse);
        var signs = Slab.Signs(direction);
        var stack = stackalloc int[64];
        var top = 0;
        var nodes = tree.Nodes;
        if (!Slab.Crosses(nodes, inverse, shift, hits.T)) return;
        for (var at = 0; ;)
        {
            var node = nodes + at;
            if (node->Count > 0)
            {
                for (var i = node->Start; i < node->Start + node->Count; i++)
                    Meet<THoles>(i, origin, direction, ref hits, body, any, cut);
                if (top == 0 || any && !Any(Vector512.GreaterThanOrEqual(hits.T, Wide.Zero))) return;
                at = stack[--top];
                continue;
            }

            // Both children at once: one test does not wait for the other.
            var (first, second) = (at + 1, node->Start);
            var (a, b) = (Slab.Crosses(nodes + first, inverse, shift, hits.T), Slab.Crosses(nodes + second, inverse, shift, hits.T));
            if (a & b)
            {
                var flip = (signs >> ~node->Count & 1) != 0;
                stack[top++] = flip ? first : second;
                at = flip ? second : first;
            }
            else if (a | b)
            {
                at = a ? first : second;
            }
            else if (top == 0)
            {
                return;
            }
            else
            {
                at = stack[--top];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Meet<THoles>(int i, in Wide3 origin, in Wide3 direction, ref Hits hits, int body, bool any, Surface? cut)
        where THoles : struct, IHoles
    {
        ref var c = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(corners), 9 * i);
        var a = new Wide3(All(c), All(Unsafe.Add(ref c, 1)), All(Unsafe.Add(ref c, 2)));
        var e1 = new Wide3(All(Unsafe.Add(ref c, 3)), All(Unsafe.Add(ref c, 4)), All(Unsafe.Add(ref c, 5)));
        var e2 = new Wide3(All(Unsafe.Add(ref c, 6)), All(Unsafe.Add(ref c, 7)), All(Unsafe.Add(ref c, 8)));
        var p = Wide3.Cross(direction, e2);
        var s = origin - a;
        var q = Wide3.Cross(s, e1);
        // All times the determinant, whose sign goes to the numbers: most triangles are missed without a division.
        var determinant = Wide3.Dot(e1, p);
        var sign = determinant & All(-0f);
        var size = determinant ^ sign;
        var u = Wide3.Dot(s, p) ^ sign;
        var v = Wide3.Dot(direction, q) ^ sign;
        var t = Wide3.Dot(e2, q) ^ sign;
        var mask = Vector512.GreaterThanOrEqual(Min(u, v), Wide.Zero) & Vector512.LessThanOrEqual(u + v, size)
            & Vector512.GreaterThan(t, Wide.Zero) & Vector512.LessThan(t, hits.T * size);
        if (!Any(mask)) return;
        var inverse = Inverse(size);
        (t, u, v) = (t * inverse, u * inverse, v * inverse);
        if (typeof(THoles) == typeof(Holed))
        {
            mask &= cut!.Solid(Attributes + Stride * i, u, v);
            if (!Any(mask)) return;
        }

        if (any)
        {
            hits.T = Select(mask, All(-1), hits.T);
            return;
        }

        hits.T = Select(mask, t, hits.T);
        hits.U = Select(mask, u, hits.U);
        hits.V = Select(mask, v, hits.V);
        hits.Triangle = Select(mask, Vector512.Create(i), hits.Triangle);
        hits.Body = Select(mask, Vector512.Create(body), hits.Body);
    }
}
