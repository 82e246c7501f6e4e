using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SoraFunctions.Media.Sound;

/// <summary>Sound in memory: two channels of 48 kHz samples, full scale at 1.</summary>
internal sealed class StereoTrack(int samples)
{
    /// <summary>Samples a second.</summary>
    public const int Rate = 48_000;

    public float[] Left { get; } = new float[samples];

    public float[] Right { get; } = new float[samples];

    public int Samples => Left.Length;

    /// <summary>Whether nothing at all is heard.</summary>
    public bool IsSilent => !Left.AsSpan().ContainsAnyExcept(0f) && !Right.AsSpan().ContainsAnyExcept(0f);

    /// <summary>Adds one channel at a place between the loudspeakers; what lies outside the track is left away.</summary>
    /// <param name="sound">The samples.</param>
    /// <param name="start">Where the first one goes.</param>
    /// <param name="gain">Factor.</param>
    /// <param name="pan">-1 left to 1 right, equal power.</param>
    public void Add(ReadOnlySpan<float> sound, int start, double gain, double pan)
    {
        var angle = (Math.Clamp(pan, -1, 1) + 1) * Math.PI / 4;
        Add(sound, sound, start, gain * Math.Cos(angle) * Math.Sqrt(2), gain * Math.Sin(angle) * Math.Sqrt(2));
    }

    /// <summary>Adds two channels; what lies outside the track is left away.</summary>
    /// <param name="left">For the left side.</param>
    /// <param name="right">For the right side, as long.</param>
    /// <param name="start">Where the first samples go.</param>
    /// <param name="leftGain">Factor of the left.</param>
    /// <param name="rightGain">Factor of the right.</param>
    public void Add(ReadOnlySpan<float> left, ReadOnlySpan<float> right, int start, double leftGain, double rightGain)
    {
        var from = Math.Max(0, -start);
        var length = Math.Min(left.Length, Samples - start) - from;
        if (length <= 0)
            return;
        Add(Left.AsSpan(start + from, length), left.Slice(from, length), (float)leftGain);
        Add(Right.AsSpan(start + from, length), right.Slice(from, length), (float)rightGain);
    }

    /// <summary>Adds another track from the same instant on.</summary>
    public void Add(StereoTrack other, double gain) => Add(other.Left, other.Right, 0, gain, gain);

    public void Scale(double gain)
    {
        var factor = (float)gain;
        foreach (ref var sample in Left.AsSpan())
            sample *= factor;
        foreach (ref var sample in Right.AsSpan())
            sample *= factor;
    }

    private static void Add(Span<float> to, ReadOnlySpan<float> from, float gain)
    {
        ref var target = ref MemoryMarshal.GetReference(to);
        ref var source = ref MemoryMarshal.GetReference(from);
        var i = 0;
        for (; i + Vector256<float>.Count <= to.Length; i += Vector256<float>.Count)
            (Vector256.LoadUnsafe(ref target, (nuint)i) + (Vector256.LoadUnsafe(ref source, (nuint)i) * gain)).StoreUnsafe(ref target, (nuint)i);
        for (; i < to.Length; i++)
            to[i] += from[i] * gain;
    }
}
