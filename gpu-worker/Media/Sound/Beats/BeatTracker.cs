namespace SoraFunctions.Media.Sound.Beats;

/// <summary>
/// Finds the beat: its tempo by autocorrelation of the onsets with a comb over its multiples, then the beats themselves by dynamic
/// programming, which follows a band that is not quite even (Ellis 2007).
/// </summary>
/// <param name="Tempo">Beats a minute.</param>
/// <param name="Beats">When each beat is, in seconds, rising.</param>
internal sealed record BeatTracker(double Tempo, IReadOnlyList<double> Beats)
{
    private const double Slowest = 50;
    private const double Fastest = 200;

    /// <summary>The tempo that listeners tap at where several would do, in beats a minute; and how many octaves from it they mind.</summary>
    private const double Usual = 120;
    private const double Octaves = 0.9;

    /// <summary>Least likeness of the onsets to themselves a beat later, over 0 to 1, for a beat to be believed.</summary>
    private const double Believed = 0.14;

    /// <summary>How much a beat minds not to be where the last one has it come.</summary>
    private const double Tightness = 100;

    /// <summary>The beat of a curve; null where none is heard.</summary>
    public static BeatTracker? Of(OnsetCurve curve)
    {
        var onsets = curve.Values;
        var most = (int)Math.Ceiling(60 / Slowest / OnsetCurve.Step);
        if (onsets.Length < 3 * most || Period(onsets, most) is not { } period)
            return null;
        var beats = Followed(onsets, period);
        if (beats.Count < 4)
            return null;
        return new BeatTracker(60 / Slope(beats), beats);
    }

    private static double? Period(float[] onsets, int most)
    {
        var alike = Enumerable.Range(0, 4 * most + 4).Select(lag => Alike(onsets, lag)).ToArray();
        if (alike[0] <= 0)
            return null;
        double At(double lag)
        {
            var whole = (int)lag;
            return alike[whole] + (lag - whole) * (alike[whole + 1] - alike[whole]);
        }

        double Comb(double lag) => (At(lag) + At(2 * lag) + At(3 * lag) + At(4 * lag)) / 4 / alike[0];
        double Liked(double lag) => Math.Exp(-0.5 * Math.Pow(Math.Log2(lag * OnsetCurve.Step * Usual / 60) / Octaves, 2));
        var (best, score) = (0.0, 0.0);
        for (var lag = 60 / Fastest / OnsetCurve.Step; lag <= most; lag += 0.1)
        {
            if (Comb(lag) * Liked(lag) > score)
                (best, score) = (lag, Comb(lag) * Liked(lag));
        }

        return best > 0 && Comb(best) > Believed ? best : null;
    }

    private static double Alike(float[] onsets, int lag)
    {
        var sum = 0.0;
        for (var i = 0; i + lag < onsets.Length; i++)
            sum += onsets[i] * onsets[i + lag];
        // As if there were as many pairs at every lag, but where hardly any are left.
        return sum / Math.Max(onsets.Length - lag, onsets.Length / 4);
    }

    /// <summary>The row of beats with the most onsets on it and the least unevenness.</summary>
    private static List<double> Followed(float[] onsets, double period)
    {
        var (score, from) = (new double[onsets.Length], new int[onsets.Length]);
        var (near, far) = ((int)Math.Round(period / 2), (int)Math.Round(period * 2));
        for (var i = 0; i < onsets.Length; i++)
        {
            var (best, at) = (double.NegativeInfinity, -1);
            for (var before = Math.Max(0, i - far); before <= i - near; before++)
            {
                var uneven = Math.Log((i - before) / period);
                var value = score[before] - Tightness * uneven * uneven;
                if (value > best)
                    (best, at) = (value, before);
            }

            // A row may begin anywhere: what is before it is worth nothing.
            (score[i], from[i]) = best > 0 ? (onsets[i] + best, at) : (onsets[i], -1);
        }

        var end = score.Length - 1;
        for (var i = Math.Max(0, score.Length - (int)(1.5 * period)); i < score.Length; i++)
        {
            if (score[i] > score[end])
                end = i;
        }

        var row = new List<int>();
        for (var i = end; i >= 0; i = from[i])
            row.Add(i);
        row.Reverse();
        return Heard(row, onsets);
    }

    // Beats before the music begins and after it has ended are only counted on; they are left out.
    private static List<double> Heard(List<int> row, float[] onsets)
    {
        var usual = row.Count == 0 ? 0 : Math.Sqrt(row.Average(i => (double)onsets[i] * onsets[i]));
        bool IsHeard(int i) => onsets[i] > usual / 2;
        var (first, last) = (row.FindIndex(IsHeard), row.FindLastIndex(IsHeard));
        return first < 0 ? [] : [.. row[first..(last + 1)].Select(i => Math.Max(0, OnsetCurve.Time(Peak(onsets, i))))];
    }

    // Between the hundredths: the top of the parabola through three of them.
    private static double Peak(float[] onsets, int i)
    {
        if (i < 1 || i + 1 >= onsets.Length || onsets[i] < onsets[i - 1] || onsets[i] < onsets[i + 1])
            return i;
        var (before, at, after) = (onsets[i - 1], onsets[i], onsets[i + 1]);
        var bend = before - 2 * at + after;
        return bend < 0 ? i + 0.5 * (before - after) / bend : i;
    }

    /// <summary>Seconds of a beat: the line through all of them.</summary>
    private static double Slope(List<double> beats)
    {
        var (middle, mean) = ((beats.Count - 1) / 2.0, beats.Average());
        return beats.Select((beat, i) => (i - middle) * (beat - mean)).Sum() / beats.Select((_, i) => (i - middle) * (i - middle)).Sum();
    }
}
