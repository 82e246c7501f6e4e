using System.Numerics;

namespace SoraFunctions.World.Gltf;

/// <summary>What a channel moves.</summary>
internal enum Moved
{
    /// <summary>Where a node is.</summary>
    Translation,

    /// <summary>How it is turned.</summary>
    Rotation,

    /// <summary>Its size.</summary>
    Scale,

    /// <summary>The weights of its mesh's morph targets.</summary>
    Weights,
}

/// <summary>How a channel goes from key to key.</summary>
internal enum Interpolation
{
    /// <summary>It jumps.</summary>
    Step,

    /// <summary>Straight; rotations on the shortest arc.</summary>
    Linear,

    /// <summary>On cubic curves (Hermite) with tangents.</summary>
    CubicSpline,
}

/// <summary>The keys of one property of one node.</summary>
/// <param name="Node">Number of the node.</param>
/// <param name="Moved">The property.</param>
/// <param name="Interpolation">Between keys.</param>
/// <param name="Times">Of the keys, in seconds, growing.</param>
/// <param name="Values">Of the keys, one after the other; in cubic curves with the tangents before and after each.</param>
/// <param name="Width">Numbers in a value.</param>
internal sealed record Channel(int Node, Moved Moved, Interpolation Interpolation, float[] Times, float[] Values, int Width)
{
    /// <summary>The value at a time; before the first and after the last key it is theirs.</summary>
    public void Sample(float time, Span<float> result)
    {
        var next = Array.BinarySearch(Times, time);
        next = next < 0 ? ~next : next;
        if (next == 0 || next == Times.Length || Interpolation == Interpolation.Step)
        {
            var key = next < Times.Length && Times[next] <= time ? next : Math.Max(next - 1, 0);
            Value(key).CopyTo(result);
            return;
        }

        var span = Times[next] - Times[next - 1];
        var t = span > 0 ? (time - Times[next - 1]) / span : 1;
        if (Interpolation == Interpolation.CubicSpline)
        {
            Hermite(next - 1, next, t, span, result);
        }
        else if (Moved == Moved.Rotation)
        {
            ReadOnlySpan<float> a = Value(next - 1), b = Value(next);
            var q = Quaternion.Slerp(new(a[0], a[1], a[2], a[3]), new(b[0], b[1], b[2], b[3]), t);
            (result[0], result[1], result[2], result[3]) = (q.X, q.Y, q.Z, q.W);
        }
        else
        {
            ReadOnlySpan<float> a = Value(next - 1), b = Value(next);
            for (var i = 0; i < Width; i++)
            {
                result[i] = float.Lerp(a[i], b[i], t);
            }
        }
    }

    private ReadOnlySpan<float> Value(int key) =>
        Interpolation == Interpolation.CubicSpline ? Values.AsSpan(((3 * key) + 1) * Width, Width) : Values.AsSpan(key * Width, Width);

    private void Hermite(int from, int to, float t, float span, Span<float> result)
    {
        float t2 = t * t, t3 = t2 * t;
        ReadOnlySpan<float> leaving = Values.AsSpan(((3 * from) + 2) * Width, Width), arriving = Values.AsSpan(3 * to * Width, Width);
        ReadOnlySpan<float> a = Value(from), b = Value(to);
        for (var i = 0; i < Width; i++)
        {
            result[i] = (((2 * t3) - (3 * t2) + 1) * a[i]) + ((t3 - (2 * t2) + t) * span * leaving[i])
                + (((3 * t2) - (2 * t3)) * b[i]) + ((t3 - t2) * span * arriving[i]);
        }
    }
}
