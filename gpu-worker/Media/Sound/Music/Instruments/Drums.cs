namespace SoraFunctions.Media.Sound.Music.Instruments;

/// <summary>Percussion with a pitch.</summary>
internal static class Drums
{
    /// <summary>A sine that falls to its pitch, with the click of the beater.</summary>
    public static float[] Kick(double force, double pitch = 48, double fall = 90, double seconds = 0.4)
    {
        var sound = Tone.Room(seconds);
        double phase = 0;
        var (drop, shrink) = (fall, Math.Exp(-1 / (0.03 * StereoTrack.Rate)));
        var (level, sink) = (1.0, Math.Exp(-1 / (seconds * 0.3 * StereoTrack.Rate)));
        for (var i = 0; i < sound.Length; i++)
        {
            phase += (pitch + drop) / StereoTrack.Rate;
            sound[i] = (float)(Math.Tanh(1.8 * Math.Sin(2 * Math.PI * phase)) * level);
            (drop, level) = (drop * shrink, level * sink);
        }

        return Tone.Scaled(sound, 0.001, force * 0.6);
    }

    /// <summary>A large drum with a skin.</summary>
    public static float[] Drum(double force, Chance chance)
    {
        var sound = Kick(1, 62, 90, 0.9);
        foreach (var (ratio, gain) in ((double, double)[])[(1.59, 0.3), (2.14, 0.2), (2.65, 0.12)])
            Partials.Add(sound, 68 * ratio, gain * force, 0.35);
        Tone.Puff(sound, 0.02, 1200, 0.5 * force, chance);
        return Tone.Scaled(sound, 0.001, force * 0.8);
    }

    /// <summary>The deep stroke under a great moment: felt more than heard.</summary>
    public static float[] Boom(double force, Chance chance)
    {
        var sound = Kick(1, 36, 46, 2.2);
        Partials.Add(sound, 73, 0.25, 1.2);
        Tone.Puff(sound, 0.05, 320, 0.9 * force, chance);
        return Tone.Scaled(sound, 0.002, force * 0.75);
    }

    /// <summary>A tom of a drum kit.</summary>
    public static float[] Tom(double force, double pitch, Chance chance)
    {
        var sound = Kick(1, pitch, pitch * 0.5, 0.5);
        Partials.Add(sound, pitch * 1.6, 0.15, 0.2);
        Tone.Puff(sound, 0.006, 3000, 0.3 * force, chance);
        return Tone.Scaled(sound, 0.001, force * 0.55);
    }

    /// <summary>A conga under the flat hand.</summary>
    public static float[] Conga(double force, double pitch, Chance chance)
    {
        var sound = Tone.Room(0.3);
        foreach (var (ratio, gain, decay) in ((double, double, double)[])[(1, 0.8, 0.26), (1.52, 0.3, 0.12), (1.98, 0.2, 0.1), (2.44, 0.14, 0.07)])
            Partials.Add(sound, pitch * ratio, gain, decay);
        Tone.Puff(sound, 0.004, 3600, 0.5 * force, chance);
        return Tone.Scaled(sound, 0.0008, force * 0.5);
    }

    /// <summary>A snare drum: two modes of the skin, and wires under it.</summary>
    public static float[] Snare(double force, double wires, Chance chance)
    {
        var sound = Noises.Band(0.26, 2600, 0.6, false, wires, chance, 0.055);
        Partials.Add(sound, 186, 0.4, 0.13);
        Partials.Add(sound, 330, 0.22, 0.09);
        Tone.Puff(sound, 0.003, 6000, 0.4 * force, chance);
        return Tone.Scaled(sound, 0.0008, force * 0.55);
    }

    /// <summary>A stick on the rim.</summary>
    public static float[] Rim(double force, Chance chance)
    {
        var sound = Tone.Room(0.08);
        Partials.Add(sound, 1720, 0.5, 0.045);
        Partials.Add(sound, 480, 0.4, 0.05);
        Partials.Add(sound, 3300, 0.2, 0.02);
        Tone.Puff(sound, 0.002, 7000, 0.3 * force, chance);
        return Tone.Scaled(sound, 0.0005, force * 0.45);
    }

    /// <summary>A hollow block of wood.</summary>
    public static float[] Woodblock(double force, double pitch)
    {
        var sound = Tone.Room(0.14);
        Partials.Add(sound, pitch, 0.7, 0.09);
        Partials.Add(sound, pitch * 2.42, 0.25, 0.05);
        return Tone.Scaled(sound, 0.0006, force * 0.45);
    }
}
