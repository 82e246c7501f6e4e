namespace SoraFunctions.Media.Sound.Mix;

/// <summary>
/// Keeps true peaks under a ceiling: the gain falls smoothly during the 5 ms before a peak and comes back over 120 ms. It looks ahead, so
/// nothing is delayed.
/// </summary>
internal static class Limiter
{
    private const int Ahead = StereoTrack.Rate * 5 / 1000;
    private const double Release = 0.12;

    /// <summary>Limits in place.</summary>
    /// <param name="track">What to limit.</param>
    /// <param name="ceiling">Highest level, full scale at 1.</param>
    public static void Apply(StereoTrack track, double ceiling) => Lower(track, TruePeak.Envelope(track), (float)ceiling);

    /// <summary>A raised and limited copy of a track.</summary>
    /// <param name="track">What to limit.</param>
    /// <param name="peaks">Its <see cref="TruePeak.Envelope"/>, or that of what came of it.</param>
    /// <param name="raise">Factor before the limit.</param>
    /// <param name="ceiling">Highest level, full scale at 1.</param>
    public static StereoTrack Limited(StereoTrack track, float[] peaks, double raise, double ceiling)
    {
        var limited = new StereoTrack(track.Samples);
        limited.Add(track, raise);
        Lower(limited, peaks, (float)(ceiling / raise));
        return limited;
    }

    private static void Lower(StereoTrack track, float[] peaks, float most)
    {
        if (!peaks.AsSpan().ContainsAnyExceptInRange(0, most))
            return;
        var gain = Averaged(Recovering(LeastAhead(peaks, most)));
        for (var i = 0; i < Math.Min(gain.Length, track.Samples); i++)
        {
            track.Left[i] *= gain[i];
            track.Right[i] *= gain[i];
        }
    }

    /// <summary>The least gain that the next samples need, by a queue of candidates.</summary>
    private static float[] LeastAhead(float[] peaks, float most)
    {
        var least = new float[peaks.Length];
        var queue = new int[peaks.Length];
        var (head, tail) = (0, 0);
        for (var i = 0; i < peaks.Length + Ahead; i++)
        {
            if (i < peaks.Length && peaks[i] > most)
            {
                while (tail > head && peaks[queue[tail - 1]] <= peaks[i])
                    tail--;
                queue[tail++] = i;
            }

            var at = i - Ahead;
            if (at < 0)
                continue;
            while (head < tail && queue[head] < at)
                head++;
            least[at] = head < tail ? most / peaks[queue[head]] : 1;
        }

        return least;
    }

    private static float[] Recovering(float[] gain)
    {
        var back = (float)(1 - Math.Exp(-1 / (Release * StereoTrack.Rate)));
        for (var i = 1; i < gain.Length; i++)
            gain[i] = Math.Min(gain[i], gain[i - 1] + (1 - gain[i - 1]) * back);
        return gain;
    }

    /// <summary>A running mean over the time looked ahead: it has arrived at the least gain when the peak comes.</summary>
    private static float[] Averaged(float[] gain)
    {
        var smooth = new float[gain.Length];
        double sum = gain.Length == 0 ? 0 : gain[0] * Ahead;
        for (var i = 0; i < gain.Length; i++)
        {
            sum += gain[i] - gain[Math.Max(0, i - Ahead)];
            smooth[i] = (float)(sum / Ahead);
        }

        return smooth;
    }
}
