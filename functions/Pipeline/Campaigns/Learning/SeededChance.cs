namespace SoraFunctions.Pipeline.Campaigns.Learning;

/// <summary>
/// Chance from a seed, the same on every machine and in every version: SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number
/// generators", OOPSLA 2014).
/// </summary>
/// <param name="seed">Any number.</param>
public sealed class SeededChance(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number over 0 and under 1.</summary>
    public double Uniform()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        z ^= z >> 31;
        return ((z >> 11) + 0.5) / (1UL << 53);
    }

    /// <summary>A number of the standard normal distribution (Box and Muller, "A note on the generation of random normal deviates", 1958).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(Uniform())) * Math.Cos(2 * Math.PI * Uniform());

    /// <summary>A number of a gamma distribution of scale 1 (Marsaglia and Tsang, "A simple method for generating gamma variables", 2000).</summary>
    /// <param name="shape">1 or more.</param>
    public double Gamma(double shape)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shape, 1);
        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal();
            var v = 1 + (c * x);
            if (v <= 0)
            {
                continue;
            }

            v = v * v * v;
            if (Math.Log(Uniform()) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v;
            }
        }
    }

    /// <summary>A number of a beta distribution, 0 to 1: of two gammas the part that the first has.</summary>
    /// <param name="alpha">1 or more.</param>
    /// <param name="beta">1 or more.</param>
    public double Beta(double alpha, double beta)
    {
        var first = Gamma(alpha);
        return first / (first + Gamma(beta));
    }
}
