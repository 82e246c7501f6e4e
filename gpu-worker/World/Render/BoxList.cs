using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>Boxes in the world, asked sixteen at a time whether any is where it could matter. An answer of "none" is always right.</summary>
/// <param name="capacity">Most boxes it will ever hold.</param>
internal sealed unsafe class BoxList(int capacity)
{
    private const int Planes = 6;

    /// <summary>Middle and half the size, each x, y, z.</summary>
    private readonly float[] data = GC.AllocateArray<float>(6 * Round(capacity), pinned: true);
    private readonly int stride = Round(capacity);
    private int count;

    /// <summary>Takes over other boxes.</summary>
    public void Fill(ReadOnlySpan<Box> boxes)
    {
        count = boxes.Length;
        for (var i = 0; i < stride; i++)
        {
            var (middle, half) = i < count ? ((boxes[i].Min + boxes[i].Max) / 2, (boxes[i].Max - boxes[i].Min) / 2) : (new Vector3(1e9f), default);
            for (var axis = 0; axis < 3; axis++)
            {
                data[axis * stride + i] = middle[axis];
                data[(3 + axis) * stride + i] = half[axis];
            }
        }
    }

    /// <summary>Whether any box may meet a given one.</summary>
    public bool Meets(in Box box)
    {
        var (middle, half) = ((box.Min + box.Max) / 2, (box.Max - box.Min) / 2);
        for (var i = 0; i < count; i += 16)
            if (Any(Overlap(i, middle, half))) return true;
        return false;
    }

    /// <summary>
    /// Whether any box may meet a straight line from a point in a box to a point of a rectangle: shaft culling (Haines and Wallace, "Shaft
    /// Culling for Efficient Ray-Traced Radiosity", 1991), with planes through the rectangle's edges.
    /// </summary>
    /// <param name="points">Where lines begin.</param>
    /// <param name="corners">The four corners of the rectangle, in turn.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Between(in Box points, ReadOnlySpan<Vector3> corners)
    {
        var (from, size) = ((points.Min + points.Max) / 2, (points.Max - points.Min) / 2);
        var hull = points.With(corners[0]).With(corners[1]).With(corners[2]).With(corners[3]);
        var lamp = (corners[0] + corners[2]) / 2;
        var normals = stackalloc Vector3[Planes];
        var reach = stackalloc float[Planes];
        normals[4] = lamp - from;
        normals[5] = from - lamp;
        for (var i = 0; i < 4; i++)
        {
            var normal = Vector3.Cross(corners[i] - from, corners[i + 1 & 3] - from);
            normals[i] = Vector3.Dot(normal, normals[4]) > 0 ? -normal : normal;
        }

        for (var i = 0; i < Planes; i++)
        {
            // A little more for what rounding takes away.
            var slack = 1e-5f * Vector3.Abs(from) + size;
            reach[i] = Vector3.Dot(normals[i], from) + Vector3.Dot(Vector3.Abs(normals[i]), slack);
            for (var corner = 0; corner < 4; corner++) reach[i] = MathF.Max(reach[i], Vector3.Dot(normals[i], corners[corner]));
        }

        var (middle, half) = ((hull.Min + hull.Max) / 2, (hull.Max - hull.Min) / 2);
        for (var at = 0; at < count; at += 16)
        {
            var meets = Overlap(at, middle, half);
            for (var i = 0; i < Planes && Any(meets); i++)
            {
                var n = Wide3.All(normals[i]);
                var nearest = Wide3.Dot(n, At(at)) - Wide3.Dot(Wide3.All(Vector3.Abs(normals[i])), At(at + 3 * stride));
                meets &= Vector512.LessThanOrEqual(nearest, All(reach[i]));
            }

            if (Any(meets)) return true;
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Wide Overlap(int at, Vector3 middle, Vector3 half)
    {
        var (from, size) = (At(at), At(at + 3 * stride));
        return Vector512.LessThanOrEqual(Vector512.Abs(from.X - All(middle.X)), size.X + All(half.X))
            & Vector512.LessThanOrEqual(Vector512.Abs(from.Y - All(middle.Y)), size.Y + All(half.Y))
            & Vector512.LessThanOrEqual(Vector512.Abs(from.Z - All(middle.Z)), size.Z + All(half.Z));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Wide3 At(int at)
    {
        var from = (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(data)) + at;
        return new Wide3(Vector512.Load(from), Vector512.Load(from + stride), Vector512.Load(from + 2 * stride));
    }

    private static int Round(int count) => (Math.Max(1, count) + 15) / 16 * 16;
}
