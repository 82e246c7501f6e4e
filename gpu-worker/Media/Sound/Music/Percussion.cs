namespace SoraFunctions.Media.Sound.Music;

/// <summary>Drums and noises.</summary>
internal static class Percussion
{
    /// <summary>A sine that falls to its pitch, with the click of the beater.</summary>
    public static float[] Kick(double force, double pitch = 48, double seconds = 0.4)
    {
        var sound = Struck.Room(seconds);
        double phase = 0;
        for (var i = 0; i < sound.Length; i++)
        {
            var at = i / (double)StereoTrack.Rate;
            phase += (pitch + 90 * Math.Exp(-at / 0.03)) / StereoTrack.Rate;
            sound[i] = (float)(Math.Tanh(1.8 * Math.Sin(2 * Math.PI * phase)) * Math.Exp(-at / (seconds * 0.3)));
        }

        return Struck.Scaled(sound, 0.001, force * 0.6);
    }

    /// <summary>A large drum with a skin.</summary>
    public static float[] Drum(double force, Chance chance)
    {
        var sound = Kick(1, 62, 0.9);
        foreach (var (ratio, gain) in ((double, double)[])[(1.59, 0.3), (2.14, 0.2), (2.65, 0.12)])
            Partials.Add(sound, 68 * ratio, gain * force, 0.35);
        Struck.Breath(sound, 0.02, 1200, 0.5 * force, chance);
        return Struck.Scaled(sound, 0.001, force * 0.8);
    }

    /// <summary>Three hands, not quite together.</summary>
    public static float[] Clap(double force, Chance chance) => Noise(0.28, 1500, 0.9, false, force * 0.7, chance, at =>
        Math.Exp(-at / 0.05) * 0.8 + Math.Exp(-(at % 0.011) / 0.003) * (at < 0.033 ? 1 : 0));

    public static float[] Shaker(double force, Chance chance) =>
        Noise(0.12, 6500, 0.7, true, force * 0.55, chance, at => Math.Min(1, at / 0.02) * Math.Exp(-Math.Max(0, at - 0.02) / 0.022));

    public static float[] Hat(double force, Chance chance) => Noise(0.09, 8200, 0.8, true, force * 0.55, chance, at => Math.Exp(-at / 0.018));

    /// <summary>Sleigh bells: many small ones at once.</summary>
    public static float[] Jingle(double force, Chance chance)
    {
        var sound = Struck.Room(0.5);
        for (var i = 0; i < 26; i++)
        {
            var late = (int)(chance.Next() * 0.02 * StereoTrack.Rate);
            Partials.Add(sound.AsSpan(late), 3800 + 7200 * chance.Next(), 0.09, 0.12 + 0.3 * chance.Next(), chance.Next() * 6);
        }

        return Struck.Scaled(sound, 0.002, force * 0.6);
    }

    /// <summary>A breath of air that rises towards what follows.</summary>
    public static float[] Swell(double seconds, double force, Chance chance)
    {
        var sound = Struck.Room(seconds);
        var filter = default(StateFilter);
        for (var i = 0; i < sound.Length; i++)
        {
            var part = i / (double)sound.Length;
            if (i % 32 == 0)
                filter.Tune(500 + 6500 * part * part, 1.1);
            filter.Step(chance.Noise());
            sound[i] = (float)(filter.Band * part * part);
        }

        return Struck.Scaled(sound, 0.01, force * 0.22);
    }

    private static float[] Noise(double seconds, double corner, double resonance, bool high, double gain, Chance chance, Func<double, double> shape)
    {
        var sound = Struck.Room(seconds);
        var filter = default(StateFilter);
        filter.Tune(corner, resonance);
        for (var i = 0; i < sound.Length; i++)
        {
            filter.Step(chance.Noise());
            sound[i] = (float)((high ? filter.High : filter.Band) * shape(i / (double)StereoTrack.Rate));
        }

        return Struck.Scaled(sound, 0.0005, gain);
    }
}
