using System.Numerics;

namespace SoraFunctions.Provenance.Fingerprints;

/// <summary>A descriptor that knows how sure each of its bits is: what stands out from the picture counts up to three times, what noise could turn not at all.</summary>
/// <param name="Signs">The bits.</param>
/// <param name="Once">Bits that count once, or three times.</param>
/// <param name="Twice">Bits that count twice, or three times.</param>
internal readonly record struct SoftDescriptor(Descriptor Signs, Descriptor Once, Descriptor Twice)
{
    /// <summary>The sum of all bits' weights: how much the picture shows.</summary>
    public int Weight => Count(Once) + 2 * Count(Twice);

    /// <summary>Weights of bits that are alike less those of bits that are not.</summary>
    public int Agreement(in Descriptor other)
    {
        var (differ, weight) = (0, 0);
        Add(Signs.Coarse ^ other.Coarse, Once.Coarse, Twice.Coarse, ref differ, ref weight);
        Add(Signs.Fine0 ^ other.Fine0, Once.Fine0, Twice.Fine0, ref differ, ref weight);
        Add(Signs.Fine1 ^ other.Fine1, Once.Fine1, Twice.Fine1, ref differ, ref weight);
        Add(Signs.Fine2 ^ other.Fine2, Once.Fine2, Twice.Fine2, ref differ, ref weight);
        return weight - 2 * differ;
    }

    /// <summary>Adds to each bit's tally its weight, if it is alike, or takes it away.</summary>
    /// <param name="other">What is compared.</param>
    /// <param name="tally">256 numbers.</param>
    /// <param name="most">256 numbers: what the tally would be if all were alike.</param>
    public void Tally(in Descriptor other, Span<int> tally, Span<int> most)
    {
        Tally(Signs.Coarse ^ other.Coarse, Once.Coarse, Twice.Coarse, tally, most);
        Tally(Signs.Fine0 ^ other.Fine0, Once.Fine0, Twice.Fine0, tally[64..], most[64..]);
        Tally(Signs.Fine1 ^ other.Fine1, Once.Fine1, Twice.Fine1, tally[128..], most[128..]);
        Tally(Signs.Fine2 ^ other.Fine2, Once.Fine2, Twice.Fine2, tally[192..], most[192..]);
    }

    private static void Tally(ulong differ, ulong once, ulong twice, Span<int> tally, Span<int> most)
    {
        for (var bit = 0; bit < 64; bit++)
        {
            var weight = (int)(once >> bit & 1) + 2 * (int)(twice >> bit & 1);
            most[bit] += weight;
            tally[bit] += (differ >> bit & 1) == 0 ? weight : -weight;
        }
    }

    private static void Add(ulong bits, ulong once, ulong twice, ref int differ, ref int weight)
    {
        differ += BitOperations.PopCount(bits & once) + 2 * BitOperations.PopCount(bits & twice);
        weight += BitOperations.PopCount(once) + 2 * BitOperations.PopCount(twice);
    }

    private static int Count(in Descriptor bits) =>
        BitOperations.PopCount(bits.Coarse) + BitOperations.PopCount(bits.Fine0) + BitOperations.PopCount(bits.Fine1) + BitOperations.PopCount(bits.Fine2);
}
