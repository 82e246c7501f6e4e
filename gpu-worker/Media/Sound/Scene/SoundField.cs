namespace SoraFunctions.Media.Sound.Scene;

/// <summary>
/// The sound of one shot about its camera: sources are set left and right by constant power and a small delay of the farther ear, near and
/// far by 1 / r and the loss of highs in air, and what they give to the room is kept apart, for that is as loud everywhere in it.
/// </summary>
/// <param name="samples">Its length.</param>
internal sealed class SoundField(int samples)
{
    /// <summary>Distance in metres at which a source is heard as loud as it is made.</summary>
    public const double Reference = 0.8;

    // Nobody puts an ear nearer than that.
    private const double Nearest = 0.25;

    // Samples that the farther ear hears later: a fifth of a real head's, for telephones add both sides, and what is late then cancels.
    private const double EarDelay = 6;

    // Distance in metres on which air and what stands in it take half of the power at 9 kHz, and the corner that this gives.
    private const double Dulling = 25;

    private const int Block = 64;

    private readonly float[] _dulled = new float[samples];

    /// <summary>What comes straight from the sources.</summary>
    public StereoTrack Direct { get; } = new(samples);

    /// <summary>What the sources give to the room, at one metre.</summary>
    public float[] Room { get; } = new float[samples];

    /// <summary>How much louder or quieter a source is for its distance.</summary>
    public static double GainAt(double distance) => Reference / Math.Max(distance, Nearest);

    /// <summary>Adds a source that stays where it is; what lies outside is left away.</summary>
    /// <param name="sound">Its sound at the reference distance.</param>
    /// <param name="start">Sample at which it begins.</param>
    /// <param name="gain">Factor.</param>
    /// <param name="ear">Where it is.</param>
    public void Add(ReadOnlySpan<float> sound, int start, double gain, Ear ear) => Add(sound, start, gain, _ => ear, moving: false);

    /// <summary>Adds a source that moves.</summary>
    /// <param name="sound">Its sound at the reference distance.</param>
    /// <param name="start">Sample at which it begins.</param>
    /// <param name="gain">Factor.</param>
    /// <param name="way">Where it is, by seconds since its beginning.</param>
    public void Add(ReadOnlySpan<float> sound, int start, double gain, Func<double, Ear> way) => Add(sound, start, gain, way, moving: true);

    private void Add(ReadOnlySpan<float> sound, int start, double gain, Func<double, Ear> way, bool moving)
    {
        var (from, to) = (Math.Max(0, -start), Math.Min(sound.Length, samples - start));
        if (from >= to)
            return;
        var ear = way(from / (double)StereoTrack.Rate);
        for (var i = from; i < to; i++)
            Room[start + i] += (float)(sound[i] * gain * Reference);
        var heard = Dull(sound[from..to], ear.Distance);
        var now = Gains(ear, gain);
        for (var at = 0; at < heard.Length; at += Block)
        {
            var length = Math.Min(Block, heard.Length - at);
            var (before, later) = (now, moving ? way((from + at + length) / (double)StereoTrack.Rate) : ear);
            now = moving ? Gains(later, gain) : now;
            var (lateLeft, lateRight) = ((int)Math.Round(Math.Max(0, later.Pan) * EarDelay), (int)Math.Round(Math.Max(0, -later.Pan) * EarDelay));
            Lay(Direct.Left, heard.Slice(at, length), start + from + at + lateLeft, before.Left, now.Left);
            Lay(Direct.Right, heard.Slice(at, length), start + from + at + lateRight, before.Right, now.Right);
        }
    }

    private static void Lay(float[] side, ReadOnlySpan<float> sound, int start, double from, double to)
    {
        var (gain, step) = ((float)from, (float)((to - from) / sound.Length));
        var length = Math.Min(sound.Length, side.Length - start);
        for (var i = 0; i < length; i++, gain += step)
            side[start + i] += sound[i] * gain;
    }

    private static (double Left, double Right) Gains(Ear ear, double gain)
    {
        var angle = (ear.Pan * 0.85 + 1) * Math.PI / 4;
        var loud = gain * GainAt(ear.Distance) * Math.Sqrt(2);
        return (loud * Math.Cos(angle), loud * Math.Sin(angle));
    }

    private ReadOnlySpan<float> Dull(ReadOnlySpan<float> sound, double distance)
    {
        if (distance < 4)
            return sound;
        var open = (float)(1 - Math.Exp(-2 * Math.PI * 9000 * Math.Sqrt(Dulling / (distance + Dulling / 4)) / StereoTrack.Rate));
        var dulled = _dulled.AsSpan(0, sound.Length);
        var kept = 0f;
        for (var i = 0; i < sound.Length; i++)
            dulled[i] = kept += open * (sound[i] - kept);
        return dulled;
    }
}
