namespace SoraFunctions.Media.Sound.Music.Instruments;

/// <summary>What all instruments do with their samples.</summary>
internal static class Tone
{
    /// <summary>Empty samples for some seconds.</summary>
    public static float[] Room(double seconds) => new float[Math.Max(1, (int)(seconds * StereoTrack.Rate))];

    /// <summary>Gives a sound its gain, a smooth start and an end without a click.</summary>
    public static float[] Scaled(float[] sound, double attack, double gain)
    {
        Partials.Smooth(sound, attack, 0.05);
        var factor = (float)gain;
        foreach (ref var sample in sound.AsSpan())
            sample *= factor;
        return sound;
    }

    /// <summary>Brings the highest sample to 1.</summary>
    public static void Level(Span<float> sound)
    {
        var peak = 1e-9f;
        foreach (var sample in sound)
            peak = Math.Max(peak, Math.Abs(sample));
        foreach (ref var sample in sound)
            sample /= peak;
    }

    /// <summary>A short puff of filtered noise: hammer, mallet, skin.</summary>
    public static void Puff(Span<float> sound, double seconds, double corner, double gain, Chance chance)
    {
        var filter = default(StateFilter);
        filter.Tune(corner, 0.9);
        var shrink = Math.Exp(-1 / (seconds * StereoTrack.Rate));
        var level = gain;
        for (var i = 0; i < Math.Min(sound.Length, seconds * 6 * StereoTrack.Rate); i++)
        {
            filter.Step(chance.Noise() * level);
            sound[i] += (float)filter.Low;
            level *= shrink;
        }
    }
}
