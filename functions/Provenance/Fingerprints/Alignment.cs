namespace SoraFunctions.Provenance.Fingerprints;

/// <summary>
/// A film laid on a known video: time in the video is <paramref name="Offset"/> plus <paramref name="Speed"/> times time in the film.
/// </summary>
/// <param name="View">How the video is taken to lie in the film's picture.</param>
/// <param name="Offset">In seconds.</param>
/// <param name="Speed">Seconds of the video in a second of the film.</param>
/// <param name="First">The video's first descriptor that is compared.</param>
/// <param name="Last">Its last one.</param>
/// <param name="Sum">Weights of bits that are alike less those of bits that are not.</param>
/// <param name="Weight">All weights.</param>
/// <param name="Score">What alignments are compared by: the sum less what chance and likeness of all films give.</param>
internal readonly record struct Alignment(QueryView View, double Offset, double Speed, int First, int Last, int Sum, int Weight, double Score)
{
    /// <summary>The agreement that a stretch must have to be worth having.</summary>
    private const double Fair = 0.3;

    /// <summary>How much is lost, in frames that are wholly seen and agree no better than by chance, before a stretch ends.</summary>
    private const double Patience = 3 * 400 * Fair;

    /// <summary>How much larger the variance of unrelated films' agreement is than that of independent bits; measured, see docs/provenance.md.</summary>
    private const double Dependence = 2;

    /// <summary>The part of the bits that are alike in unrelated films; measured, see docs/provenance.md.</summary>
    private const double Likely = 0.51;

    /// <summary>Bits by which a frame differs from the one that a take began with when another take has begun.</summary>
    private const int NewTake = (int)(0.4 * Descriptor.Bits);

    /// <summary>1 for the same, about 0 for chance.</summary>
    public double Agreement => Weight == 0 ? 0 : Sum / (double)Weight;

    /// <summary>The best stretch along a line, both ways from where the line was found.</summary>
    public static Alignment Along(FingerprintQuery query, QueryView view, ReadOnlySpan<Descriptor> known, int seed, double offset, double speed)
    {
        var (first, last) = (seed, seed - 1);
        var (sum, weight) = (0, 0);
        foreach (var way in (ReadOnlySpan<int>)[1, -1])
        {
            var (runSum, runWeight, best) = (0, 0, 0.0);
            for (var k = way > 0 ? seed : seed - 1; k >= 0 && k < known.Length; k += way)
            {
                var time = (k / (double)Fingerprint.Rate - offset) / speed;
                if (time < -0.1 || time > query.Seconds)
                    break;
                if (query.FrameAt(time) is var frame && frame < 0)
                    continue;
                var soft = view[frame];
                runSum += soft.Agreement(known[k]);
                runWeight += soft.Weight;
                var score = runSum - Fair * runWeight;
                if (score < best - Patience)
                    break;
                if (score <= best)
                    continue;
                best = score;
                sum += runSum;
                weight += runWeight;
                (runSum, runWeight, best) = (0, 0, 0);
                (first, last) = way > 0 ? (first, k) : (k, last);
            }
        }

        // By time of the film: at a higher speed it passes more of the video's instants.
        return new Alignment(view, offset, speed, first, last, sum, weight, (sum - Fair * weight) / speed);
    }

    /// <summary>
    /// Minus the natural logarithm of a bound on the probability that an unrelated video agrees so well along one line: Chernoff's bound
    /// exp(-n D(p || p0)) for n independent bits of which a part p is alike. Frames that resemble the frame that a take began with say the same
    /// thing again: each bit of a take counts as one observation, however long it is. Observations of different weight count as
    /// (sum of weights)^2 / (sum of squares) equal ones (Kish), and those of one picture depend on each other.
    /// </summary>
    public double Surprise(FingerprintQuery query, ReadOnlySpan<Descriptor> known)
    {
        Span<int> bits = stackalloc int[256];
        Span<int> most = stackalloc int[256];
        var (sum, all, squares, start) = (0.0, 0.0, 0.0, First);
        for (var k = First; k <= Last + 1; k++)
        {
            if (k > Last || known[start].DistanceTo(known[k]) > NewTake)
            {
                for (var bit = 0; bit < bits.Length; bit++)
                    (sum, all, squares) = (sum + bits[bit], all + most[bit], squares + (double)most[bit] * most[bit]);
                bits.Clear();
                most.Clear();
                start = k;
            }

            if (k <= Last && query.FrameAt((k / (double)Fingerprint.Rate - Offset) / Speed) is var frame && frame >= 0)
                View[frame].Tally(known[k], bits, most);
        }

        if (squares <= 0)
            return 0;
        var alike = Math.Clamp((1 + sum / all) / 2, 0, 1);
        return alike <= Likely ? 0 : all * all / squares / Dependence * Divergence(alike, Likely);
    }

    /// <summary>Kullback and Leibler's divergence of two coins, in nats.</summary>
    private static double Divergence(double one, double two) =>
        one * Math.Log(one / two) + (one >= 1 ? 0 : (1 - one) * Math.Log((1 - one) / (1 - two)));
}
