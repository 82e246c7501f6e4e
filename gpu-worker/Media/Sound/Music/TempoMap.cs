namespace SoraFunctions.Media.Sound.Music;

/// <summary>
/// Where beats fall. As in film scoring, the tempo between two hit points gives way by a few per cent, so that cuts fall on the
/// first beat of a bar; where that would be heard, the cut is left between the beats.
/// </summary>
/// <param name="Points">Beats whose times are fixed, the first at 0; the last gives the time of the last chord.</param>
internal sealed record TempoMap(IReadOnlyList<(int Beat, double Time)> Points)
{
    /// <summary>How far a stretch may be faster or slower than the piece.</summary>
    public const double Give = 0.055;

    /// <summary>The same where the tempo was ordered: nobody taps along more exactly.</summary>
    public const double GiveOfOrdered = 0.025;

    /// <summary>How far the piece may be faster or slower than usual for its style.</summary>
    public const double Range = 0.12;

    private const int BeatsPerBar = 4;

    /// <summary>The beat of the last chord.</summary>
    public int LastBeat => Points[^1].Beat;

    /// <summary>Seconds from the first frame to a beat.</summary>
    public double At(double beat)
    {
        var i = 1;
        while (i < Points.Count - 1 && Points[i].Beat <= beat)
            i++;
        if (Points.Count == 1)
            return 0;
        var ((fromBeat, fromTime), (toBeat, toTime)) = (Points[i - 1], Points[i]);
        return fromTime + (beat - fromBeat) * (toTime - fromTime) / (toBeat - fromBeat);
    }

    /// <summary>The bars up to the last chord; each stretch begins one.</summary>
    public IReadOnlyList<Bar> Bars()
    {
        var bars = new List<Bar>();
        for (var section = 0; section + 1 < Points.Count; section++)
        {
            var beat = Points[section].Beat;
            for (var i = 0; beat < Points[section + 1].Beat; i++)
            {
                var left = Points[section + 1].Beat - beat;
                // Five beats are three and two: a bar of one would stumble.
                var beats = left == BeatsPerBar + 1 ? 3 : Math.Min(BeatsPerBar, left);
                bars.Add(new Bar(beat, beats, section, i));
                beat += beats;
            }
        }

        return bars;
    }

    /// <summary>The map whose beats meet the most cuts with the least bending, and whose last chord has time to ring out.</summary>
    /// <param name="cues">The moments of the picture.</param>
    /// <param name="tempo">Usual beats a minute.</param>
    /// <param name="ordered">Whether the tempo was ordered, and gives way only to the cuts, by <see cref="GiveOfOrdered"/>.</param>
    public static TempoMap Fit(CueSheet cues, double tempo, bool ordered)
    {
        var best = (Cost: double.MaxValue, Points: (IReadOnlyList<(int, double)>)[(0, 0)]);
        var (slow, fast) = ordered ? (tempo, tempo) : (tempo * (1 - Range), tempo * (1 + Range));
        for (var now = slow; now <= fast + 1e-9; now += 0.25)
        {
            var (cost, points) = Fit(cues, 60 / now, ordered ? GiveOfOrdered : Give);
            cost += Math.Abs(now / tempo - 1) * 1.2;
            if (cost < best.Cost)
                best = (cost, points);
        }

        return new TempoMap(best.Points);
    }

    private static (double Cost, IReadOnlyList<(int Beat, double Time)> Points) Fit(CueSheet cues, double beat, double give)
    {
        var points = new List<(int Beat, double Time)> { (0, 0) };
        var cost = 0.0;
        foreach (var cue in cues.Hits)
        {
            var ideal = (cue - points[^1].Time) / beat;
            var beats = Math.Max(1, (int)Math.Round(ideal));
            var bend = Math.Abs(ideal / beats - 1);
            if (bend > give)
            {
                // Off the beat it still gets its accent; best half way between.
                cost += 0.9 + Math.Abs(ideal * 2 - Math.Round(ideal * 2)) * 0.4;
                continue;
            }

            cost += bend * 5 + Remainder(beats);
            points.Add((points[^1].Beat + beats, cue));
        }

        return End(cues, beat, points, cost);
    }

    /// <summary>What it costs the ear that a stretch is no whole number of bars.</summary>
    private static double Remainder(int beats) => (beats % BeatsPerBar) switch { 0 => 0, 2 => 0.12, 3 => 0.3, _ => 0.42 };

    /// <summary>The last chord comes with the card, or on the bar from which it rings for one to three seconds.</summary>
    private static (double Cost, IReadOnlyList<(int Beat, double Time)> Points) End(CueSheet cues, double beat, List<(int Beat, double Time)> points, double cost)
    {
        var (lastBeat, lastTime) = points[^1];
        var best = (Cost: double.MaxValue, Beats: 0);
        var onEnd = cues.End == lastTime;
        for (var beats = 0; lastTime + beats * beat < cues.Seconds - 0.4 || beats == 0; beats++)
        {
            var ring = cues.Seconds - lastTime - beats * beat;
            var price = (beats == 0 ? 0 : Remainder(beats))
                + Math.Max(0, 1.3 - ring) * 2 + Math.Max(0, ring - (beats == 0 && onEnd ? 3.8 : 2.8)) * 0.8
                + (beats == 0 && !onEnd ? 0.5 : 0);
            if (price < best.Cost)
                best = (price, beats);
        }

        if (best.Beats > 0)
            points.Add((lastBeat + best.Beats, lastTime + best.Beats * beat));
        return (cost + best.Cost, points);
    }
}
