namespace SoraFunctions.Media.Sound.Music.Instruments;

/// <summary>Percussion without a pitch.</summary>
internal static class Noises
{
    /// <summary>Three hands, not quite together.</summary>
    public static float[] Clap(double force, Chance chance)
    {
        var sound = Band(0.28, 1500, 0.9, false, 0.8, chance, 0.05);
        var burst = Band(0.033, 1500, 0.9, false, 1, chance, 0.2);
        for (var i = 0; i < burst.Length; i++)
            sound[i] += burst[i] * (float)Math.Exp(-(i % 528) / 144.0);
        return Tone.Scaled(sound, 0.0005, force * 0.7);
    }

    public static float[] Shaker(double force, Chance chance) => Tone.Scaled(Band(0.13, 6500, 0.7, true, 1, chance, 0.022), 0.02, force * 0.7);

    public static float[] Hat(double force, Chance chance) => Tone.Scaled(Band(0.09, 8200, 0.8, true, 1, chance, 0.018), 0.0005, force * 0.55);

    /// <summary>A snare under a wire brush.</summary>
    public static float[] Brush(double force, Chance chance) => Tone.Scaled(Band(0.22, 3100, 0.6, false, 1, chance, 0.05), 0.008, force * 0.6);

    /// <summary>A crash cymbal: noise over a cloud of modes, the high ones gone first.</summary>
    public static float[] Cymbal(double force, Chance chance)
    {
        var sound = Band(2.4, 5200, 0.6, true, 0.5, chance, 0.42);
        var bright = Band(0.5, 9000, 0.7, true, 0.5, chance, 0.09);
        for (var i = 0; i < bright.Length; i++)
            sound[i] += bright[i];
        for (var i = 0; i < 22; i++)
            Partials.Add(sound, 1900 + 9000 * chance.Next(), 0.03, 0.5 + 1.3 * chance.Next(), chance.Next() * 6);
        return Tone.Scaled(sound, 0.001, force * 0.5);
    }

    /// <summary>A gong: low modes at once, the high ones a moment later (Fletcher and Rossing 1998, chapter 20).</summary>
    public static float[] Gong(double force, Chance chance)
    {
        var sound = Tone.Room(3.2);
        foreach (var (hertz, gain) in ((double, double)[])[(118, 0.5), (163, 0.25), (236, 0.3), (317, 0.2), (402, 0.16)])
            Partials.Add(sound, hertz * (1 + 0.004 * chance.Noise()), gain, 2.6, chance.Next());
        var shimmer = Tone.Room(2.6);
        for (var i = 0; i < 26; i++)
            Partials.Add(shimmer, 480 + 3600 * chance.Next() * chance.Next(), 0.07, 0.5 + 1.4 * chance.Next(), chance.Next() * 6);
        Partials.Smooth(shimmer, 0.07, 0.2);
        for (var i = 0; i < shimmer.Length; i++)
            sound[i] += shimmer[i] * (float)force;
        Tone.Puff(sound, 0.008, 1800, 0.5 * force, chance);
        return Tone.Scaled(sound, 0.002, force * 0.5);
    }

    /// <summary>Sleigh bells: many small ones at once.</summary>
    public static float[] Jingle(double force, Chance chance)
    {
        var sound = Tone.Room(0.5);
        for (var i = 0; i < 26; i++)
        {
            var late = (int)(chance.Next() * 0.02 * StereoTrack.Rate);
            Partials.Add(sound.AsSpan(late), 3800 + 7200 * chance.Next(), 0.09, 0.12 + 0.3 * chance.Next(), chance.Next() * 6);
        }

        return Tone.Scaled(sound, 0.002, force * 0.6);
    }

    /// <summary>A breath of air that rises towards what follows.</summary>
    public static float[] Swell(double seconds, double force, Chance chance)
    {
        var sound = Tone.Room(seconds);
        var filter = default(StateFilter);
        for (var i = 0; i < sound.Length; i++)
        {
            var part = i / (double)sound.Length;
            if (i % 32 == 0)
                filter.Tune(500 + 6500 * part * part, 1.1);
            filter.Step(chance.Noise());
            sound[i] = (float)(filter.Band * part * part);
        }

        Partials.Smooth(sound, 0.01, 0.006);
        foreach (ref var sample in sound.AsSpan())
            sample *= (float)(force * 0.22);
        return sound;
    }

    /// <summary>Filtered noise that dies away.</summary>
    /// <param name="seconds">Its length.</param>
    /// <param name="corner">Hertz.</param>
    /// <param name="resonance">Q of the filter.</param>
    /// <param name="high">Above the corner, or about it.</param>
    /// <param name="gain">Factor.</param>
    /// <param name="chance">The noise.</param>
    /// <param name="fall">Seconds to 1/e.</param>
    public static float[] Band(double seconds, double corner, double resonance, bool high, double gain, Chance chance, double fall)
    {
        var sound = Tone.Room(seconds);
        var filter = default(StateFilter);
        filter.Tune(corner, resonance);
        var shrink = Math.Exp(-1 / (fall * StereoTrack.Rate));
        var level = gain;
        for (var i = 0; i < sound.Length; i++)
        {
            filter.Step(chance.Noise());
            sound[i] = (float)((high ? filter.High : filter.Band) * level);
            level *= shrink;
        }

        return sound;
    }
}
