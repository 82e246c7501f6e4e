namespace SoraFunctions.Provenance.Fingerprints;

/// <summary>Looks closely at a film and a known video that have instants in common.</summary>
internal static class Comparison
{
    /// <summary>The bound on chance that a match must keep.</summary>
    private const double Accepted = 1e-6;

    /// <summary>How much of the score a fitted line must keep.</summary>
    private const double Faithful = 0.9;

    private static readonly double[] _speeds = [1, 0.98, 1.02, 0.96, 1.04, 0.94, 1.06, 0.92, 1.08, 0.9, 1.1];

    /// <summary>The best line through instants that the two have in common; null when there is none. Quick: nothing is moved about.</summary>
    /// <param name="query">The film.</param>
    /// <param name="known">The video.</param>
    /// <param name="candidates">Instants that look alike.</param>
    public static Alignment? Rough(FingerprintQuery query, ReadOnlySpan<Descriptor> known, IReadOnlyList<Candidate> candidates)
    {
        Alignment best = default;
        foreach (var candidate in candidates)
        {
            foreach (var speed in _speeds)
                best = Better(best, Through(query, candidate.Seed.View, known, candidate.Instant, query.Times[candidate.Seed.Frame], speed));
        }

        return best.View is null || best.Sum <= 0 ? null : best;
    }

    /// <summary>The match; null when chance explains what the two have in common.</summary>
    /// <param name="query">The film.</param>
    /// <param name="key">The video's key.</param>
    /// <param name="known">The video.</param>
    /// <param name="rough">From <see cref="Rough"/>.</param>
    /// <param name="tried">How many descriptors the film was held against.</param>
    public static FingerprintMatch? Close(FingerprintQuery query, long key, ReadOnlySpan<Descriptor> known, in Alignment rough, long tried)
    {
        var best = Refined(query, known, rough);
        var chance = Math.Min(1, Math.Exp(Math.Log(tried * (double)query.Views.Count * _speeds.Length) - best.Surprise(query, known)));
        if (chance > Accepted)
            return null;
        var (from, to) = (best.First / (double)Fingerprint.Rate, (best.Last + 1) / (double)Fingerprint.Rate);
        return new FingerprintMatch(
            key,
            Math.Max(0, (from - best.Offset) / best.Speed),
            Math.Min(query.Seconds, (to - best.Offset) / best.Speed),
            from,
            to,
            best.Speed,
            best.View.Mirrored,
            best.View.Area,
            best.Agreement,
            chance);
    }

    private static Alignment Through(FingerprintQuery query, QueryView view, ReadOnlySpan<Descriptor> known, int instant, double seconds, double speed) =>
        Alignment.Along(query, view, known, instant, instant / (double)Fingerprint.Rate - speed * seconds, speed);

    private static Alignment Better(in Alignment one, in Alignment two) => one.View is null || two.Score > one.Score ? two : one;

    /// <summary>Moves offset, speed and area a little, so long as that helps.</summary>
    private static Alignment Refined(FingerprintQuery query, ReadOnlySpan<Descriptor> known, Alignment best)
    {
        foreach (var step in (ReadOnlySpan<double>)[0.125, 0.0625])
        {
            foreach (var way in (ReadOnlySpan<double>)[-step, step])
                best = Better(best, Again(query, best.View, known, best, best.Offset + way, best.Speed));
        }

        foreach (var step in (ReadOnlySpan<double>)[0.01, 0.005, 0.0025])
        {
            foreach (var way in (ReadOnlySpan<double>)[-step, step])
            {
                // About the middle of the stretch.
                var middle = ((best.First + best.Last) / 2.0 / Fingerprint.Rate - best.Offset) / best.Speed;
                best = Better(best, Again(query, best.View, known, best, best.Offset - way * middle, best.Speed + way));
            }
        }

        foreach (var step in (ReadOnlySpan<double>)[0.02, 0.01])
        {
            for (var side = 0; side < 4; side++)
            {
                foreach (var way in (ReadOnlySpan<double>)[-step, step])
                {
                    if (Moved(best.View.Area, side, way) is { } area)
                        best = Better(best, Again(query, best.View.At(area), known, best, best.Offset, best.Speed));
                }
            }
        }

        // The fit knows time better than the score, which hardly changes when a film is slow.
        for (var time = 0; time < 2; time++)
        {
            if (LineFit.Of(query, best, known) is { } line && Again(query, best.View, known, best, line.Offset, line.Speed) is var fitted && fitted.Score > Faithful * best.Score)
                best = fitted;
        }

        return best;
    }

    private static Alignment Again(FingerprintQuery query, QueryView view, ReadOnlySpan<Descriptor> known, in Alignment from, double offset, double speed) =>
        Alignment.Along(query, view, known, (from.First + from.Last) / 2, offset, speed);

    private static PictureArea? Moved(PictureArea area, int side, double way)
    {
        var (x, y) = (way * (area.Right - area.Left), way * (area.Bottom - area.Top));
        var moved = side switch
        {
            0 => area with { Left = area.Left + x, Right = area.Right + x },
            1 => area with { Top = area.Top + y, Bottom = area.Bottom + y },
            2 => area with { Left = area.Left - x, Right = area.Right + x },
            _ => area with { Top = area.Top - y, Bottom = area.Bottom + y },
        };
        return moved is { Left: >= -1e-9, Top: >= -1e-9, Right: <= 1 + 1e-9, Bottom: <= 1 + 1e-9 } ? moved : null;
    }
}
