namespace SoraFunctions.Media.Sound.Mix;

/// <summary>Brings a mix to its loudness without passing the peak limit.</summary>
internal static class Mastering
{
    /// <summary>Highest true peak before AAC, which adds up to half a decibel: -1.7 dBTP.</summary>
    public const double Ceiling = 0.822;

    /// <summary>Masters in place; gives the loudness reached in LUFS, negative infinity for silence.</summary>
    /// <param name="mix">The mix.</param>
    /// <param name="target">Wanted integrated loudness in LUFS.</param>
    public static double Apply(StereoTrack mix, double target)
    {
        Edges(mix);
        var reached = LoudnessMeter.Integrated(mix);
        if (double.IsNegativeInfinity(reached))
            return reached;
        for (var round = 0; round < 5 && (round == 0 || Math.Abs(target - reached) > 0.05); round++)
        {
            mix.Scale(Math.Pow(10, Math.Min(target - reached, 40) / 20));
            Limiter.Apply(mix, Ceiling);
            reached = LoudnessMeter.Integrated(mix);
        }

        return reached;
    }

    /// <summary>No click at either end; the encoder's own samples stay silent.</summary>
    private static void Edges(StereoTrack mix)
    {
        const int rise = StereoTrack.Rate / 500;
        foreach (var side in (float[][])[mix.Left, mix.Right])
        {
            Partials.Smooth(side, 0, 0.03);
            for (var i = 0; i < Math.Min(side.Length, AacWriter.Priming + rise); i++)
                side[i] *= (float)Math.Max(0, (i - AacWriter.Priming) / (double)rise);
        }
    }
}
