using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>
/// Brings the triangles of all bodies onto the picture: sixteen at a time, those that face away from closed bodies, lie outside or fall
/// between all samples left out. Pieces of work write to places of their own, so their order does not matter.
/// </summary>
internal sealed unsafe class TriangleSetup
{
    /// <summary>Nothing nearer to the camera than this is seen, in metres.</summary>
    public const float Near = 0.01f;

    private const int PieceSize = 2048;
    private readonly Take take;
    private readonly ScreenTriangle[] triangles;
    private readonly float[] vertices;
    private readonly int[] vertexStart;
    private readonly int[] facetStart;
    private readonly Piece[] pieces;
    private readonly bool[] visible;
    private readonly bool[] clipped;

    public TriangleSetup(Take take)
    {
        this.take = take;
        var bodies = take.Bodies;
        vertexStart = new int[bodies.Count];
        facetStart = new int[bodies.Count];
        visible = new bool[bodies.Count];
        clipped = new bool[bodies.Count];
        var list = new List<Piece>();
        var (vertexCount, places, facets) = (0, 0, 0);
        for (var body = 0; body < bodies.Count; body++)
        {
            var mesh = bodies.MeshOf(body);
            (vertexStart[body], facetStart[body]) = (vertexCount, facets);
            vertexCount += 3 * mesh.Vertices.Padded;
            facets += mesh.Vertices.Facets;
            for (var from = 0; from < mesh.Count; from += PieceSize)
            {
                var count = Math.Min(PieceSize, mesh.Count - from);
                // A triangle that is clipped can become two.
                list.Add(new Piece { Body = body, From = from, Triangles = count, Place = places });
                places += 2 * count + 16;
            }
        }

        pieces = [.. list];
        vertices = GC.AllocateArray<float>(vertexCount + 16, pinned: true);
        triangles = GC.AllocateArray<ScreenTriangle>(places + 16, pinned: true);
    }

    /// <summary>Pieces of work for <see cref="Set"/>.</summary>
    public int Pieces => pieces.Length;

    /// <summary>All places for triangles; which hold one, <see cref="PieceAt"/> tells.</summary>
    public ScreenTriangle* Triangles => (ScreenTriangle*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(triangles));

    /// <summary>Where a piece of work left its triangles, how many, and of what body.</summary>
    public (int Place, int Count, int Body) PieceAt(int piece) => (pieces[piece].Place, pieces[piece].Count, pieces[piece].Body);

    /// <summary>Brings the vertices of one body onto the picture.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Transform(int body)
    {
        var bodies = take.Bodies;
        visible[body] = false;
        if (bodies.IsHidden(body)) return;
        var mesh = bodies.MeshOf(body);
        var m = take.Lens.ToPicture(bodies.MotionOf(body).ToWorld);
        if (!InView(mesh.Bounds, m, out clipped[body])) return;
        visible[body] = true;
        var from = mesh.Vertices.Axes;
        var padded = mesh.Vertices.Padded;
        var to = Vertices(body);
        var keep = clipped[body];
        for (var i = 0; i < mesh.Vertices.Count; i += 16)
        {
            var p = new Wide3(Vector512.Load(from + i), Vector512.Load(from + padded + i), Vector512.Load(from + 2 * padded + i));
            var c = Motion.Transform(m, p);
            // Where some vertices lie behind the camera, the division waits until triangles are clipped.
            var inverse = keep ? Wide.One : Inverse(c.Z);
            (c.X * inverse).Store(to + i);
            (c.Y * inverse).Store(to + padded + i);
            (keep ? c.Z : inverse).Store(to + 2 * padded + i);
        }
    }

    /// <summary>Sets up the triangles of one piece.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Set(int number)
    {
        ref var piece = ref pieces[number];
        piece.Count = 0;
        if (!visible[piece.Body]) return;
        if (clipped[piece.Body])
        {
            SetClipped(ref piece);
            return;
        }

        var mesh = take.Bodies.MeshOf(piece.Body).Vertices;
        var x = Vertices(piece.Body);
        var y = x + mesh.Padded;
        var w = y + mesh.Padded;
        var corners = mesh.Corners;
        var cull = Culls(piece.Body);
        for (var i = piece.From; i < piece.From + piece.Triangles; i += 16)
        {
            var a = Vector512.Load(corners + i);
            var b = Vector512.Load(corners + mesh.CornerStride + i);
            var c = Vector512.Load(corners + 2 * mesh.CornerStride + i);
            Sixteen(ref piece, i, Math.Min(16, piece.From + piece.Triangles - i), cull,
                new Wide3(Gather(x, a), Gather(y, a), Gather(w, a)),
                new Wide3(Gather(x, b), Gather(y, b), Gather(w, b)),
                new Wide3(Gather(x, c), Gather(y, c), Gather(w, c)), mesh.FacetOf);
        }
    }

    private bool Culls(int body)
    {
        var surface = take.Bodies.SurfaceOf(body);
        return take.Bodies.MeshOf(body).Vertices.Closed && !surface.CutOut && !surface.Blended;
    }

    private float* Vertices(int body) =>
        (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(vertices)) + vertexStart[body];

    /// <param name="piece">The piece they are of.</param>
    /// <param name="first">Number of the first triangle in its mesh.</param>
    /// <param name="count">How many of the sixteen there are.</param>
    /// <param name="cull">Whether to leave out those that face away.</param>
    /// <param name="a">First corners: x, y, and one over depth.</param>
    /// <param name="b">Second corners.</param>
    /// <param name="c">Third corners.</param>
    /// <param name="facets">The smooth part of each triangle.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sixteen(ref Piece piece, int first, int count, bool cull, in Wide3 a, in Wide3 b, in Wide3 c, int* facets)
    {
        var area = (b.X - a.X) * (c.Y - a.Y) - (c.X - a.X) * (b.Y - a.Y);
        var minX = Min(a.X, Min(b.X, c.X));
        var maxX = Max(a.X, Max(b.X, c.X));
        var minY = Min(a.Y, Min(b.Y, c.Y));
        var maxY = Max(a.Y, Max(b.Y, c.Y));
        var seen = Vector512.LessThan(minX, All(take.Width)) & Vector512.GreaterThan(maxX, Wide.Zero)
            & Vector512.LessThan(minY, All(take.Height)) & Vector512.GreaterThan(maxY, Wide.Zero)
            & Vector512.LessThan(Ramp, All(count));
        // y points down: what faces the camera has a negative area.
        seen &= Vector512.LessThan(cull ? area : -Vector512.Abs(area), All(-1e-6f));
        // Samples lie on every fourth of a pixel, in the middle.
        seen &= ~Vector512.Equals(Vector512.Floor(Fma(minX, All(4), All(0.5f))), Vector512.Floor(Fma(maxX, All(4), All(0.5f))));
        seen &= ~Vector512.Equals(Vector512.Floor(Fma(minY, All(4), All(0.5f))), Vector512.Floor(Fma(maxY, All(4), All(0.5f))));
        var left = Bits(seen);
        if (left == 0) return;
        var sign = Vector512.CopySign(Wide.One, area);
        var words = stackalloc float[16 * ScreenTriangle.Words];
        Edge(a, b, sign, words);
        Edge(b, c, sign, words + 48);
        Edge(c, a, sign, words + 96);
        var inverse = Inverse(area);
        var depthA = ((b.Z - a.Z) * (c.Y - a.Y) - (c.Z - a.Z) * (b.Y - a.Y)) * inverse;
        var depthB = ((c.Z - a.Z) * (b.X - a.X) - (b.Z - a.Z) * (c.X - a.X)) * inverse;
        depthA.Store(words + 144);
        depthB.Store(words + 160);
        var depthC = a.Z - depthA * a.X - depthB * a.Y;
        depthC.Store(words + 176);
        // One over depth is linear on the picture, and its slopes are those of the plane.
        var away = Fma(depthA, All(take.Width / 2f), Fma(depthB, All(take.Height / 2f), depthC)) * take.Lens.PixelAngle;
        var facing = stackalloc int[16];
        Packed(Wide3.Normalize(new Wide3(depthA, depthB, away))).Store(facing);
        minX.Store(words + 192);
        maxX.Store(words + 208);
        minY.Store(words + 224);
        maxY.Store(words + 240);
        var triangle = Triangles + piece.Place + piece.Count;
        for (; left != 0; left &= left - 1)
        {
            var lane = FirstLane(left);
            Gather(words, Vector512.ConvertToInt32(Ramp * 16) + Vector512.Create(lane)).Store((float*)triangle);
            triangle->Body = piece.Body;
            triangle->Slot = first + lane;
            triangle->Facet = facetStart[piece.Body] + facets[first + lane];
            triangle->Facing = facing[lane];
            triangle++;
            piece.Count++;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static WideInt Packed(in Wide3 direction)
    {
        WideInt Bits(Wide value) => Whole(Fma(value, All(511), All(511.5f)));
        return Bits(direction.X) | Vector512.ShiftLeft(Bits(direction.Y), 10) | Vector512.ShiftLeft(Bits(direction.Z), 20);
    }

    /// <summary>
    /// The function of one edge. It is written from the same end whichever triangle asks, so that neighbours get exactly opposite values
    /// and no sample falls between them.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Edge(in Wide3 from, in Wide3 to, Wide sign, float* words)
    {
        var other = Vector512.GreaterThan(from.X, to.X) | Vector512.Equals(from.X, to.X) & Vector512.GreaterThan(from.Y, to.Y);
        var x = Select(other, to.X, from.X);
        var y = Select(other, to.Y, from.Y);
        var a = (from.Y - to.Y) * sign;
        var b = (to.X - from.X) * sign;
        a.Store(words);
        b.Store(words + 16);
        (-(a * x + b * y)).Store(words + 32);
    }

    private bool InView(in Box box, in Matrix4x4 m, out bool crosses)
    {
        var (left, right, above, below, behind) = (0, 0, 0, 0, 0);
        for (var corner = 0; corner < 8; corner++)
        {
            var p = Vector3.Transform(box.Corner(corner), m);
            if (p.X < 0) left++;
            if (p.X > take.Width * p.Z) right++;
            if (p.Y < 0) above++;
            if (p.Y > take.Height * p.Z) below++;
            if (p.Z < Near) behind++;
        }

        crosses = behind > 0;
        return Math.Max(Math.Max(left, right), Math.Max(Math.Max(above, below), behind)) < 8;
    }

    /// <summary>Triangles of a body part of which lies behind the camera (Sutherland and Hodgman, "Reentrant Polygon Clipping", 1974).</summary>
    private void SetClipped(ref Piece piece)
    {
        var mesh = take.Bodies.MeshOf(piece.Body).Vertices;
        var x = Vertices(piece.Body);
        var corners = mesh.Corners;
        var cull = Culls(piece.Body);
        Span<Vector3> polygon = stackalloc Vector3[4];
        for (var i = piece.From; i < piece.From + piece.Triangles; i++)
        {
            var count = 0;
            for (var k = 0; k < 3; k++)
            {
                var p = At(x, mesh, corners[k * mesh.CornerStride + i]);
                var q = At(x, mesh, corners[(k + 1) % 3 * mesh.CornerStride + i]);
                if (p.Z >= Near) polygon[count++] = p;
                if (p.Z >= Near != q.Z >= Near) polygon[count++] = Vector3.Lerp(p, q, (Near - p.Z) / (q.Z - p.Z));
            }

            for (var k = 2; k < count; k++)
                Sixteen(ref piece, i, 1, cull, Flat(polygon[0]), Flat(polygon[k - 1]), Flat(polygon[k]), mesh.FacetOf);
        }
    }

    private static Vector3 At(float* axes, MeshVertices mesh, int vertex) =>
        new(axes[vertex], axes[mesh.Padded + vertex], axes[2 * mesh.Padded + vertex]);

    private static Wide3 Flat(Vector3 p) => Wide3.All(new Vector3(p.X / p.Z, p.Y / p.Z, 1 / p.Z));

    private struct Piece
    {
        public int Body;
        public int From;
        public int Triangles;
        public int Place;
        public int Count;
    }
}
