namespace SoraFunctions.Media.Sound;

/// <summary>Sound in memory: two channels of 48 kHz samples, full scale at 1.</summary>
internal sealed class StereoTrack(int samples)
{
    /// <summary>Samples a second.</summary>
    public const int Rate = 48_000;

    public float[] Left { get; } = new float[samples];

    public float[] Right { get; } = new float[samples];

    public int Samples => Left.Length;

    /// <summary>Adds one channel at a place between the loudspeakers; what lies outside the track is left away.</summary>
    /// <param name="sound">The samples.</param>
    /// <param name="start">Where the first one goes.</param>
    /// <param name="gain">Factor.</param>
    /// <param name="pan">-1 left to 1 right, equal power.</param>
    public void Add(ReadOnlySpan<float> sound, int start, double gain, double pan)
    {
        var angle = (Math.Clamp(pan, -1, 1) + 1) * Math.PI / 4;
        var (left, right) = ((float)(gain * Math.Cos(angle) * Math.Sqrt(2)), (float)(gain * Math.Sin(angle) * Math.Sqrt(2)));
        var end = Math.Min(sound.Length, Samples - start);
        for (var i = Math.Max(0, -start); i < end; i++)
        {
            Left[start + i] += sound[i] * left;
            Right[start + i] += sound[i] * right;
        }
    }

    /// <summary>Adds another track from the same instant on.</summary>
    public void Add(StereoTrack other, double gain)
    {
        for (var i = 0; i < Math.Min(Samples, other.Samples); i++)
        {
            Left[i] += (float)(other.Left[i] * gain);
            Right[i] += (float)(other.Right[i] * gain);
        }
    }

    public void Scale(double gain)
    {
        for (var i = 0; i < Samples; i++)
        {
            Left[i] = (float)(Left[i] * gain);
            Right[i] = (float)(Right[i] * gain);
        }
    }
}
