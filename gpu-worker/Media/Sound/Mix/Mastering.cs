namespace SoraFunctions.Media.Sound.Mix;

/// <summary>Brings a mix to its loudness without passing the peak limit.</summary>
internal static class Mastering
{
    /// <summary>Highest true peak of a finished file where nothing else is ordered, in dBTP.</summary>
    public const double UsualPeak = -1;

    /// <summary>What AAC may add to peaks at the bit rate that is used, in decibels: <c>./sora bench loudness</c> shows that it is enough.</summary>
    private const double Headroom = 0.9;

    /// <summary>Most that a mix is raised, in decibels: what is quieter is meant to be.</summary>
    private const double MostGain = 30;

    /// <summary>
    /// The same where nobody speaks or plays: blows and places have a loudness of their own, and hush that is raised as far as music is
    /// is heard as noise.
    /// </summary>
    private const double MostSceneGain = 20;

    /// <summary>Most that a limiter may take off the blows of such a mix, in decibels: more, and all are of one height.</summary>
    private const double MostSceneLimit = 6;

    private const double Close = 0.03;
    private const int Rounds = 8;

    /// <summary>What a limiter takes away of each step, and more is raised for.</summary>
    private const double Yield = 1.25;

    /// <summary>Masters; the mix itself only gets quiet edges.</summary>
    /// <param name="mix">The mix.</param>
    /// <param name="target">Wanted integrated loudness in LUFS.</param>
    /// <param name="truePeak">Highest true peak of the encoded file in dBTP.</param>
    /// <param name="scene">Whether it has neither voice nor music: then it may stay below the target.</param>
    public static Mastered Apply(StereoTrack mix, double target, double truePeak = UsualPeak, bool scene = false)
    {
        Edges(mix);
        var loudness = LoudnessMeter.Integrated(mix);
        if (double.IsNegativeInfinity(loudness))
            return new Mastered(mix, loudness, 1);
        var peaks = TruePeak.Envelope(mix);
        var ceiling = Math.Pow(10, (truePeak - Headroom) / 20);
        var most = scene ? Math.Min(MostSceneGain, 20 * Math.Log10(ceiling / Math.Max(1e-6, peaks.Max())) + MostSceneLimit) : MostGain;
        var raise = target - loudness;
        for (var round = 1; ; round++)
        {
            raise = Math.Min(raise, most);
            var gain = Math.Pow(10, raise / 20);
            var track = Limiter.Limited(mix, peaks, gain, ceiling);
            var reached = LoudnessMeter.Integrated(track);
            if (round == Rounds || raise == most || Math.Abs(target - reached) < Close)
                return new Mastered(track, reached, gain);
            raise += (target - reached) * (round > 1 ? Yield : 1);
        }
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
