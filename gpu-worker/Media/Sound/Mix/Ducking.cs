namespace SoraFunctions.Media.Sound.Mix;

/// <summary>
/// Makes room: one track gives way while another sounds. It looks ahead, so that the way is free when the first sound of the other comes,
/// and its ramps are straight in decibels, as an engineer would draw them.
/// </summary>
/// <param name="Decibels">How far the track goes down.</param>
/// <param name="Threshold">Level of the other, in dBFS of 5 ms, from which on it goes all the way; half of the way 3 dB below.</param>
/// <param name="Attack">Seconds of the way down, which ends when the other begins.</param>
/// <param name="Hold">Seconds that it stays down in pauses.</param>
/// <param name="Release">Seconds of the way back.</param>
internal sealed record Ducking(double Decibels, double Threshold, double Attack, double Hold, double Release)
{
    private const int Block = StereoTrack.Rate / 200;
    private const double Knee = 6;

    /// <summary>Music under a speaker: 9 dB, gone before the first syllable, back when a sentence is over and not between words.</summary>
    public static Ducking UnderVoice { get; } = new(9, -38, 0.12, 0.35, 0.6);

    /// <summary>Music under what bodies do: a small, quick bow.</summary>
    public static Ducking UnderEffects { get; } = new(3.5, -24, 0.015, 0.03, 0.2);

    /// <summary>What bodies do and the places, under a speaker.</summary>
    public static Ducking SceneUnderVoice { get; } = new(4, -38, 0.08, 0.3, 0.5);

    /// <summary>Lowers a track in place.</summary>
    /// <param name="bed">What gives way.</param>
    /// <param name="lead">What it gives way to, as long.</param>
    public void Apply(StereoTrack bed, StereoTrack lead)
    {
        if (lead.IsSilent)
            return;
        var fall = Fall(lead);
        var before = fall.Length == 0 ? 0 : fall[0];
        for (var block = 0; block < fall.Length; block++)
        {
            var (from, to) = (Gain(before), Gain(fall[block]));
            before = fall[block];
            if (from == 1 && to == 1)
                continue;
            var start = block * Block;
            var step = (to - from) / Block;
            for (var i = start; i < Math.Min(bed.Samples, start + Block); i++)
            {
                var gain = from + step * (i - start);
                bed.Left[i] *= gain;
                bed.Right[i] *= gain;
            }
        }
    }

    private static float Gain(double decibels) => decibels == 0 ? 1 : (float)Math.Pow(10, -decibels / 20);

    /// <summary>Decibels to take away at the end of each block.</summary>
    private double[] Fall(StereoTrack lead)
    {
        var fall = new double[(lead.Samples + Block - 1) / Block];
        for (var block = 0; block < fall.Length; block++)
        {
            var (start, sum) = (block * Block, 0f);
            var end = Math.Min(lead.Samples, start + Block);
            for (var i = start; i < end; i++)
                sum += lead.Left[i] * lead.Left[i] + lead.Right[i] * lead.Right[i];
            var level = 10 * Math.Log10(sum / (2 * (end - start)) + 1e-12);
            fall[block] = Decibels * Math.Clamp((level - Threshold + Knee) / Knee, 0, 1);
        }

        // A block early, because the gain of a block is reached at its end.
        for (var block = 0; block + 1 < fall.Length; block++)
            fall[block] = Math.Max(fall[block], fall[block + 1]);
        var (held, left) = (0.0, 0);
        var hold = (int)(Hold * StereoTrack.Rate / Block);
        var (down, up) = (Decibels * Block / (Attack * StereoTrack.Rate), Decibels * Block / (Release * StereoTrack.Rate));
        for (var block = 0; block < fall.Length; block++)
        {
            if (fall[block] >= held)
                (held, left) = (fall[block], hold);
            else if (left > 0)
                left--;
            else
                held = Math.Max(fall[block], held - up);
            fall[block] = held;
        }

        for (var block = fall.Length - 2; block >= 0; block--)
            fall[block] = Math.Max(fall[block], fall[block + 1] - down);
        return fall;
    }
}
