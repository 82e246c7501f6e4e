namespace SoraFunctions.Provenance.Fingerprints;

/// <summary>
/// Fits offset and speed of an alignment by weighted least squares: each instant of the known video says at which time of the film it is seen best,
/// between frames by a parabola, and counts as much as the frames before and after show something else.
/// </summary>
internal static class LineFit
{
    /// <summary>Frames before and after that are looked at.</summary>
    private const int Reach = 4;

    /// <summary>Speeds that are believed.</summary>
    private const double Slowest = 0.87, Fastest = 1.13;

    /// <summary>Offset and speed; null when too little moves to tell.</summary>
    public static (double Offset, double Speed)? Of(FingerprintQuery query, in Alignment line, ReadOnlySpan<Descriptor> known)
    {
        Span<float> agreements = stackalloc float[2 * Reach + 1];
        var (weights, x, y, xx, xy) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (var k = line.First; k <= line.Last; k++)
        {
            var there = k / (double)Fingerprint.Rate;
            var frame = query.FrameAt((there - line.Offset) / line.Speed);
            if (frame < 0 || BestTime(query, line.View, frame, known[k], agreements) is not { } best)
                continue;
            weights += best.Weight;
            x += best.Weight * best.Time;
            y += best.Weight * there;
            xx += best.Weight * best.Time * best.Time;
            xy += best.Weight * best.Time * there;
        }

        var spread = weights * xx - x * x;
        if (weights <= 0 || spread <= 1e-6 * weights * weights)
            return null;
        var speed = Math.Clamp((weights * xy - x * y) / spread, Slowest, Fastest);
        return ((y - speed * x) / weights, speed);
    }

    private static (double Time, double Weight)? BestTime(FingerprintQuery query, QueryView view, int frame, in Descriptor known, Span<float> agreements)
    {
        var (peak, least) = (-1, float.MaxValue);
        for (var i = 0; i < agreements.Length; i++)
        {
            var other = frame + i - Reach;
            if (other < 0 || other >= query.Times.Count)
            {
                agreements[i] = float.NaN;
                continue;
            }

            var soft = view[other];
            agreements[i] = soft.Weight == 0 ? 0 : soft.Agreement(known) / (float)soft.Weight;
            least = Math.Min(least, agreements[i]);
            if (peak < 0 || agreements[i] > agreements[peak])
                peak = i;
        }

        if (peak <= 0 || peak >= agreements.Length - 1 || float.IsNaN(agreements[peak - 1]) || float.IsNaN(agreements[peak + 1]))
            return null;
        var (before, at, after) = (agreements[peak - 1], agreements[peak], agreements[peak + 1]);
        var bend = before - 2 * at + after;
        if (bend >= -1e-4f)
            return null;
        var shift = Math.Clamp(0.5 * (before - after) / bend, -0.5, 0.5);
        var centre = frame + peak - Reach;
        var time = query.Times[centre] + shift * (shift < 0 ? query.Times[centre] - query.Times[centre - 1] : query.Times[centre + 1] - query.Times[centre]);
        return (time, (at - least) * -bend);
    }
}
