namespace SoraFunctions.World.Chances;

/// <summary>
/// Numbers of 0 to 1 that look like chance and depend on nothing but what they are asked for: not on what was asked before, as with
/// <see cref="Chance"/>.
/// </summary>
/// <param name="seed">Another seed, other numbers.</param>
internal readonly struct Lot(long seed)
{
    /// <summary>The number of one particle for one purpose.</summary>
    /// <param name="particle">Which particle.</param>
    /// <param name="purpose">What it is for.</param>
    /// <param name="round">How often the particle has been born again.</param>
    public double Of(int particle, int purpose, long round = 0)
    {
        // The finaliser of MurmurHash3 (Appleby, public domain).
        var bits = unchecked((ulong)((seed * 0x9E3779B9L) + ((long)particle << 20) + (purpose * 0x85EBCA6BL) + (round * 0x27D4EB2FL)));
        bits = unchecked((bits ^ (bits >> 33)) * 0xFF51AFD7ED558CCDUL);
        bits = unchecked((bits ^ (bits >> 33)) * 0xC4CEB9FE1A85EC53UL);
        return ((bits ^ (bits >> 33)) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>The same between two bounds.</summary>
    public double Between(double low, double high, int particle, int purpose, long round = 0) => low + ((high - low) * Of(particle, purpose, round));
}
