namespace SoraFunctions.Media.Sound.Music;

/// <summary>Instruments that are struck or plucked once and ring.</summary>
internal static class Struck
{
    /// <summary>A felt piano: two strings a little apart, stiff (Fletcher 1964), a soft hammer.</summary>
    public static float[] Piano(double hertz, double force, Chance chance)
    {
        var ring = 5.5 * Math.Pow(220 / hertz, 0.45);
        var sound = Room(Math.Min(ring, 5));
        for (var n = 1; n <= 12; n++)
        {
            var stretched = n * hertz * Math.Sqrt(1 + 0.00035 * n * n);
            var gain = Math.Abs(Math.Sin(n * Math.PI / 7.3)) * Math.Pow(n, -1.25 - 0.9 * (1 - force)) * 0.5;
            var decay = ring / (1 + 0.35 * (n - 1));
            Partials.Add(sound, stretched * 0.99975, gain * 0.6, decay);
            Partials.Add(sound, stretched * 1.00025, gain * 0.4, decay);
            Partials.Add(sound, stretched, gain * 0.7, decay * 0.18);
        }

        Breath(sound, 0.018, 900, 0.10 * force, chance);
        return Scaled(sound, 0.004, force * 0.5);
    }

    /// <summary>A marimba: bars tuned to 1 : 4 : 10 over resonators.</summary>
    public static float[] Marimba(double hertz, double force, Chance chance)
    {
        var ring = 1.5 * Math.Pow(262 / hertz, 0.7);
        var sound = Room(Math.Min(2, ring * 1.3));
        Partials.Add(sound, hertz, 0.8, ring);
        Partials.Add(sound, hertz * 3.98, 0.22 * force, ring * 0.28);
        Partials.Add(sound, hertz * 9.9, 0.10 * force, ring * 0.1);
        Breath(sound, 0.006, 2400, 0.10 * force, chance);
        return Scaled(sound, 0.0012, force * 0.62);
    }

    /// <summary>Bells like a celesta's: struck steel plates.</summary>
    public static float[] Bells(double hertz, double force)
    {
        var ring = 3.2 * Math.Pow(700 / hertz, 0.4);
        var sound = Room(Math.Min(4.5, ring * 1.2));
        Partials.Add(sound, hertz * 0.9993, 0.36, ring);
        Partials.Add(sound, hertz * 1.0007, 0.34, ring * 0.96);
        Partials.Add(sound, hertz * 2.003, 0.12, ring * 0.6);
        Partials.Add(sound, hertz * 2.76, 0.14 * force, ring * 0.32);
        Partials.Add(sound, hertz * 5.4, 0.08 * force, ring * 0.14);
        return Scaled(sound, 0.002, force * 0.5);
    }

    /// <summary>A plucked string (Karplus and Strong 1983; fractional delay by Jaffe and Smith 1983).</summary>
    public static float[] Harp(double hertz, double force, Chance chance)
    {
        var sound = Room(2.2);
        var period = StereoTrack.Rate / hertz - 0.5;
        var whole = (int)period;
        var part = (float)(period - whole);
        var line = new float[whole + 2];
        var filter = default(StateFilter);
        filter.Tune(Math.Min(9000, hertz * (3 + 5 * force)));
        for (var i = 0; i < line.Length; i++)
        {
            filter.Step(chance.Noise());
            line[i] = (float)filter.Low;
        }

        var keep = (float)Math.Pow(10, -3 / (hertz * 2.6 * Math.Pow(220 / hertz, 0.35)));
        var (at, last) = (0, 0f);
        for (var i = 0; i < sound.Length; i++)
        {
            var next = (at + 1) % line.Length;
            var read = line[next] * part + line[(next + 1) % line.Length] * (1 - part);
            sound[i] = read;
            line[at] = keep * 0.5f * (read + last);
            last = read;
            at = next;
        }

        Level(sound);
        return Scaled(sound, 0.0015, force * 0.6);
    }

    internal static float[] Room(double seconds) => new float[(int)(seconds * StereoTrack.Rate)];

    internal static float[] Scaled(float[] sound, double attack, double gain)
    {
        Partials.Smooth(sound, attack, 0.05);
        for (var i = 0; i < sound.Length; i++)
            sound[i] *= (float)gain;
        return sound;
    }

    internal static void Level(float[] sound)
    {
        var peak = 1e-9f;
        foreach (var sample in sound)
            peak = Math.Max(peak, Math.Abs(sample));
        for (var i = 0; i < sound.Length; i++)
            sound[i] /= peak;
    }

    /// <summary>A short puff of filtered noise: hammer, mallet.</summary>
    internal static void Breath(Span<float> sound, double seconds, double corner, double gain, Chance chance)
    {
        var filter = default(StateFilter);
        filter.Tune(corner, 0.9);
        for (var i = 0; i < Math.Min(sound.Length, seconds * 6 * StereoTrack.Rate); i++)
        {
            filter.Step(chance.Noise() * Math.Exp(-i / (seconds * StereoTrack.Rate)));
            sound[i] += (float)(filter.Low * gain);
        }
    }
}
