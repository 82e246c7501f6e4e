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
    public static void Apply(StereoTrack track, double ceiling)
    {
        var need = TruePeak.Envelope(track);
        for (var i = 0; i < need.Length; i++)
            need[i] = need[i] > ceiling ? (float)(ceiling / need[i]) : 1;
        var gain = Averaged(Recovering(LeastAhead(need)));
        for (var i = 0; i < gain.Length; i++)
        {
            track.Left[i] *= gain[i];
            track.Right[i] *= gain[i];
        }
    }

    /// <summary>The least gain of the next samples, by a queue of candidates.</summary>
    private static float[] LeastAhead(float[] need)
    {
        var least = new float[need.Length];
        var queue = new int[need.Length];
        var (head, tail) = (0, 0);
        for (var i = 0; i < need.Length + Ahead; i++)
        {
            if (i < need.Length)
            {
                while (tail > head && need[queue[tail - 1]] >= need[i])
                    tail--;
                queue[tail++] = i;
            }

            var at = i - Ahead;
            if (at < 0)
                continue;
            while (queue[head] < at)
                head++;
            least[at] = need[queue[head]];
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
