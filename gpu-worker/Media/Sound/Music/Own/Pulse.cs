namespace SoraFunctions.Media.Sound.Music.Own;

/// <summary>Where the bars of a recording begin; four beats each.</summary>
/// <param name="Beat">Seconds of a beat.</param>
/// <param name="First">Seconds to the first beat of a bar.</param>
internal sealed record Pulse(double Beat, double First)
{
    private const int Hop = StereoTrack.Rate / 200;
    private const double HopSeconds = Hop / (double)StereoTrack.Rate;

    /// <summary>Least part of the onsets' variance that must come back with the beat for it to be believed.</summary>
    private const double Believed = 0.12;

    public double Bar => 4 * Beat;

    /// <summary>
    /// Finds the beat by autocorrelation of onsets (Scheirer 1998; Ellis 2007, with his preference for 120 beats a minute); null when there
    /// is none to be heard.
    /// </summary>
    /// <param name="track">The recording.</param>
    /// <param name="tempo">Beats a minute when they are known.</param>
    public static Pulse? Of(StereoTrack track, double? tempo)
    {
        var (onsets, low) = Onsets(track);
        if (onsets.Length < 4 / HopSeconds)
            return null;
        var beat = tempo is { } known ? Refined(onsets, 60 / known, 0.004) : Found(onsets);
        if (beat is not { } found)
            return null;
        // The beat with the most onsets on it; then, of four, the one with the most bass.
        var phase = Best(Enumerable.Range(0, (int)(found / HopSeconds)).Select(i => i * HopSeconds), at => Comb(onsets, at, found));
        var first = Best(Enumerable.Range(0, 4).Select(i => phase + i * found), at => Comb(low, at, 4 * found));
        return new Pulse(found, first);
    }

    private static double? Found(float[] onsets)
    {
        var power = Correlation(onsets, 0);
        var best = Best(
            Enumerable.Range((int)(60 / 180.0 / HopSeconds), (int)((60 / 60.0 - 60 / 180.0) / HopSeconds)).Select(lag => (double)lag),
            lag => Correlation(onsets, (int)lag) * Math.Exp(-0.5 * Math.Pow(Math.Log2(lag * HopSeconds / 0.5) / 0.9, 2)));
        return power > 0 && Correlation(onsets, (int)best) / power > Believed ? Refined(onsets, best * HopSeconds, 0.02) : null;
    }

    /// <summary>The beat near a first guess whose multiples agree best.</summary>
    private static double Refined(float[] onsets, double beat, double give)
    {
        var many = (int)Math.Min(16, onsets.Length * HopSeconds / beat / 2);
        return Best(Enumerable.Range(-100, 201).Select(i => beat * (1 + give * i / 100)), at => Enumerable.Range(1, Math.Max(1, many)).Sum(k =>
        {
            var lag = k * at / HopSeconds;
            var (whole, part) = ((int)lag, lag - (int)lag);
            return Correlation(onsets, whole) * (1 - part) + Correlation(onsets, whole + 1) * part;
        }));
    }

    private static double Comb(float[] onsets, double from, double step)
    {
        var sum = 0.0;
        for (var at = from; at / HopSeconds < onsets.Length; at += step)
            sum += onsets[(int)(at / HopSeconds)];
        return sum;
    }

    private static double Correlation(float[] onsets, int lag)
    {
        var sum = 0f;
        for (var i = 0; i + lag < onsets.Length; i++)
            sum += onsets[i] * onsets[i + lag];
        return sum;
    }

    private static double Best(IEnumerable<double> choices, Func<double, double> score) => choices.MaxBy(score);

    /// <summary>How much louder each hop of at most the first minute is than the one before, of all and of the bass; without its mean.</summary>
    private static (float[] All, float[] Low) Onsets(StereoTrack track)
    {
        var hops = Math.Min(track.Samples, 60 * StereoTrack.Rate) / Hop;
        var (all, low) = (new float[hops], new float[hops]);
        var (before, beforeLow) = (0.0, 0.0);
        var filter = default(StateFilter);
        filter.Tune(150);
        for (var hop = 0; hop < hops; hop++)
        {
            var (sum, sumLow) = (0.0, 0.0);
            for (var i = hop * Hop; i < (hop + 1) * Hop; i++)
            {
                var sample = track.Left[i] + track.Right[i];
                filter.Step(sample);
                sum += sample * sample;
                sumLow += filter.Low * filter.Low;
            }

            var (now, nowLow) = (Math.Sqrt(sum), Math.Sqrt(sumLow));
            (all[hop], low[hop]) = ((float)Math.Max(0, now - before), (float)Math.Max(0, nowLow - beforeLow));
            (before, beforeLow) = (now, nowLow);
        }

        var mean = all.DefaultIfEmpty(0).Average();
        for (var i = 0; i < all.Length; i++)
            all[i] -= mean;
        return (all, low);
    }
}
