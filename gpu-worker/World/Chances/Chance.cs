using SoraFunctions.World.Physics;

namespace SoraFunctions.World.Chances;

/// <summary>
/// Numbers one after the other from a seed (SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
/// </summary>
/// <param name="seed">The same seed gives the same numbers.</param>
internal sealed class Chance(ulong seed)
{
    private ulong _state = seed;

    /// <inheritdoc cref="Chance(ulong)"/>
    public Chance(long seed) : this((ulong)seed)
    {
    }

    /// <summary>From 0 to below 1.</summary>
    public double Next() => (Bits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>From 0 to below 1, in single precision.</summary>
    public float NextSingle() => (float)(Bits() >> 40) / (1 << 24);

    /// <summary>Evenly between two numbers.</summary>
    public double Between(double low, double high) => low + ((high - low) * Next());

    /// <summary>About 0, one wide, bell-shaped (Box and Muller, 1958).</summary>
    public double Bell() => Math.Sqrt(-2 * Math.Log(1 - Next())) * Math.Cos(2 * Math.PI * Next());

    /// <summary>A unit vector, any way alike.</summary>
    public Vector3d Direction()
    {
        var up = Between(-1, 1);
        var (sine, cosine) = Math.SinCos(2 * Math.PI * Next());
        var across = Math.Sqrt(1 - (up * up));
        return new(across * cosine, up, across * sine);
    }

    private ulong Bits()
    {
        _state += 0x9e3779b97f4a7c15;
        var z = (_state ^ (_state >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
}
