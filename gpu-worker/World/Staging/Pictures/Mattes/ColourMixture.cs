using System.Numerics;

namespace SoraFunctions.World.Staging.Pictures.Mattes;

/// <summary>A few Gaussians in colour space, found by k-means: how likely a colour is for what they were made from.</summary>
internal sealed class ColourMixture
{
    private const int Rounds = 6;
    private const int MostSamples = 6000;

    // Narrower than this no Gaussian gets: 8-bit steps, compression.
    private const double LeastVariance = 1e-4;

    private readonly Gaussian[] _parts;

    private ColourMixture(Gaussian[] parts) => _parts = parts;

    /// <summary>Makes one; null without samples.</summary>
    /// <param name="samples">Colours.</param>
    /// <param name="parts">Most Gaussians.</param>
    public static ColourMixture? Of(IReadOnlyList<Vector3> samples, int parts)
    {
        if (samples.Count == 0)
        {
            return null;
        }

        var step = Math.Max(1, samples.Count / MostSamples);
        var used = Enumerable.Range(0, samples.Count / step).Select(i => samples[i * step]).ToArray();
        var owner = Cluster(used, Math.Min(parts, used.Length));
        return new([.. Enumerable.Range(0, parts).Select(k => Gaussian.Of([.. used.Where((_, i) => owner[i] == k)], used.Length)).OfType<Gaussian>()]);
    }

    /// <summary>Logarithm of the density at a colour; that of the likeliest part, with a floor.</summary>
    public float At(Vector3 colour)
    {
        var best = -18f;
        foreach (var part in _parts)
        {
            best = Math.Max(best, part.At(colour));
        }

        return best;
    }

    // Begins with points as far from each other as possible.
    private static int[] Cluster(Vector3[] samples, int count)
    {
        var centres = new List<Vector3> { samples[0] };
        while (centres.Count < count)
        {
            centres.Add(samples.MaxBy(sample => centres.Min(centre => Vector3.DistanceSquared(centre, sample))));
        }

        var owner = new int[samples.Length];
        for (var round = 0; round < Rounds; round++)
        {
            var sums = new Vector3[count];
            var sizes = new int[count];
            for (var i = 0; i < samples.Length; i++)
            {
                var (nearest, least) = (0, float.MaxValue);
                for (var k = 0; k < count; k++)
                {
                    var distance = Vector3.DistanceSquared(centres[k], samples[i]);
                    (nearest, least) = distance < least ? (k, distance) : (nearest, least);
                }

                owner[i] = nearest;
                sums[nearest] += samples[i];
                sizes[nearest]++;
            }

            for (var k = 0; k < count; k++)
            {
                centres[k] = sizes[k] > 0 ? sums[k] / sizes[k] : centres[k];
            }
        }

        return owner;
    }

    // Inverse covariance as six numbers.
    private readonly record struct Gaussian(Vector3 Mean, Vector3 Diagonal, Vector3 Mixed, float Log)
    {
        public static Gaussian? Of(Vector3[] samples, int all)
        {
            if (samples.Length == 0)
            {
                return null;
            }

            var mean = samples.Aggregate(Vector3.Zero, (sum, s) => sum + s) / samples.Length;
            double xx = LeastVariance, yy = LeastVariance, zz = LeastVariance, xy = 0, xz = 0, yz = 0;
            foreach (var sample in samples)
            {
                var d = sample - mean;
                xx += d.X * d.X / samples.Length;
                yy += d.Y * d.Y / samples.Length;
                zz += d.Z * d.Z / samples.Length;
                xy += d.X * d.Y / samples.Length;
                xz += d.X * d.Z / samples.Length;
                yz += d.Y * d.Z / samples.Length;
            }

            var determinant = (xx * ((yy * zz) - (yz * yz))) - (xy * ((xy * zz) - (yz * xz))) + (xz * ((xy * yz) - (yy * xz)));
            Vector3 Divided(double a, double b, double c) => new((float)(a / determinant), (float)(b / determinant), (float)(c / determinant));
            return new(
                mean,
                Divided((yy * zz) - (yz * yz), (xx * zz) - (xz * xz), (xx * yy) - (xy * xy)),
                Divided((xz * yz) - (xy * zz), (xy * yz) - (xz * yy), (xy * xz) - (xx * yz)),
                (float)(Math.Log((double)samples.Length / all) - (0.5 * Math.Log(determinant)) - (1.5 * Math.Log(Math.Tau))));
        }

        public float At(Vector3 colour)
        {
            var d = colour - Mean;
            var square = Vector3.Dot(d * d, Diagonal) + (2 * Vector3.Dot(new(d.X * d.Y, d.X * d.Z, d.Y * d.Z), Mixed));
            return Log - (0.5f * square);
        }
    }
}
