namespace SoraFunctions.Media.Sound.Music.Instruments;

/// <summary>Instruments that are struck once and ring.</summary>
internal static class Struck
{
    /// <summary>A felt piano: two strings a little apart, stiff (Fletcher 1964), a soft hammer.</summary>
    public static float[] Piano(double hertz, double force, Chance chance)
    {
        var ring = Math.Min(5, 5.5 * Math.Pow(220 / hertz, 0.45));
        var sound = Tone.Room(ring * 0.9);
        for (var n = 1; n <= 12; n++)
        {
            var stretched = n * hertz * Math.Sqrt(1 + 0.00035 * n * n);
            var gain = Math.Abs(Math.Sin(n * Math.PI / 7.3)) * Math.Pow(n, -1.25 - 0.9 * (1 - force)) * 0.5;
            var decay = ring / (1 + 0.35 * (n - 1));
            Partials.Add(sound, stretched * 0.99975, gain * 0.6, decay);
            Partials.Add(sound, stretched * 1.00025, gain * 0.4, decay);
            Partials.Add(sound, stretched, gain * 0.7, decay * 0.18);
        }

        Tone.Puff(sound, 0.018, 900, 0.10 * force, chance);
        return Tone.Scaled(sound, 0.004, force * 0.5);
    }

    /// <summary>A tine piano by frequency modulation (Chowning 1973): a bell in the attack, round afterwards.</summary>
    public static float[] ElectricPiano(double hertz, double force)
    {
        var sound = Tone.Room(2.6);
        var turn = 2 * Math.PI * hertz / StereoTrack.Rate;
        for (var i = 0; i < sound.Length; i++)
        {
            var at = i / (double)StereoTrack.Rate;
            var index = (0.35 + 1.1 * force) * Math.Exp(-at / 0.5) + 0.15;
            var tine = 0.22 * force * Math.Exp(-at / 0.09) * Math.Sin(turn * 14 * i);
            sound[i] = (float)((Math.Sin(turn * i + index * Math.Sin(turn * i + tine)) + tine * 0.25) * Math.Exp(-at / 0.85) * (1 + 0.1 * Math.Sin(2 * Math.PI * 4.7 * at)));
        }

        return Tone.Scaled(sound, 0.003, force * 0.34);
    }

    /// <summary>A marimba: bars tuned to 1 : 4 : 10 over resonators.</summary>
    public static float[] Marimba(double hertz, double force, Chance chance)
    {
        var ring = 1.5 * Math.Pow(262 / hertz, 0.7);
        var sound = Tone.Room(Math.Min(2, ring * 1.2));
        Partials.Add(sound, hertz, 0.8, ring);
        Partials.Add(sound, hertz * 3.98, 0.22 * force, ring * 0.28);
        Partials.Add(sound, hertz * 9.9, 0.10 * force, ring * 0.1);
        Tone.Puff(sound, 0.006, 2400, 0.10 * force, chance);
        return Tone.Scaled(sound, 0.0012, force * 0.62);
    }

    /// <summary>Bells like a celesta's: struck steel plates.</summary>
    public static float[] Bells(double hertz, double force)
    {
        var ring = 3.2 * Math.Pow(700 / hertz, 0.4);
        var sound = Tone.Room(Math.Min(4.5, ring * 1.15));
        Partials.Add(sound, hertz * 0.9993, 0.36, ring);
        Partials.Add(sound, hertz * 1.0007, 0.34, ring * 0.96);
        Partials.Add(sound, hertz * 2.003, 0.12, ring * 0.6);
        Partials.Add(sound, hertz * 2.76, 0.14 * force, ring * 0.32);
        Partials.Add(sound, hertz * 5.4, 0.08 * force, ring * 0.14);
        return Tone.Scaled(sound, 0.002, force * 0.5);
    }

    /// <summary>A steel pan: the octave and the twelfth are tuned into the same dent (Rossing 1987), and bloom a little late.</summary>
    public static float[] SteelDrum(double hertz, double force, Chance chance)
    {
        var ring = 1.7 * Math.Pow(350 / hertz, 0.3);
        var sound = Tone.Room(Math.Min(2.2, ring * 1.15));
        var late = Math.Min(sound.Length, StereoTrack.Rate / 90);
        Partials.Add(sound, hertz, 0.62, ring);
        Partials.Add(sound.AsSpan(late), hertz * 2.004, 0.46, ring * 0.75);
        Partials.Add(sound.AsSpan(late), hertz * 1.997, 0.16, ring * 0.6);
        Partials.Add(sound.AsSpan(late / 2), hertz * 3.01, 0.2 * force, ring * 0.45);
        Partials.Add(sound, hertz * 4.03, 0.14 * force, ring * 0.3);
        Partials.Add(sound, hertz * 6.1, 0.08 * force, ring * 0.16);
        Tone.Puff(sound, 0.004, 5000, 0.14 * force, chance);
        return Tone.Scaled(sound, 0.0015, force * 0.5);
    }
}
