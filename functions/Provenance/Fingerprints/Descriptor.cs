using System.Numerics;

namespace SoraFunctions.Provenance.Fingerprints;

/// <summary>
/// What a picture looks like at one instant, in 255 bits: the signs of the 16 x 16 lowest cosine coefficients but the mean of its inner part,
/// in which each point was set against the square around it. Pictures that look alike differ in few bits.
/// </summary>
/// <param name="Coarse">The 8 x 8 lowest; the lowest bit is 0.</param>
/// <param name="Fine0">The first third of the others, by rows.</param>
/// <param name="Fine1">The second third.</param>
/// <param name="Fine2">The last third.</param>
public readonly record struct Descriptor(ulong Coarse, ulong Fine0, ulong Fine1, ulong Fine2)
{
    /// <summary>Bits that mean something.</summary>
    public const int Bits = 255;

    /// <summary>Bytes of one that is written down.</summary>
    public const int Bytes = 32;

    /// <summary>In how many bits two pictures differ: about half of 255 for two that have nothing to do with each other.</summary>
    /// <param name="other">The other picture.</param>
    public int DistanceTo(Descriptor other) =>
        BitOperations.PopCount(Coarse ^ other.Coarse) + BitOperations.PopCount(Fine0 ^ other.Fine0)
        + BitOperations.PopCount(Fine1 ^ other.Fine1) + BitOperations.PopCount(Fine2 ^ other.Fine2);
}
