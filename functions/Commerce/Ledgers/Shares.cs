using System.Numerics;

namespace SoraFunctions.Commerce.Ledgers;

/// <summary>Divides whole amounts so that nothing is lost and nothing is made up.</summary>
public static class Shares
{
    /// <summary>
    /// Divides by weights: each gets its exact part rounded down, and the coins that are left go to the largest remainders (Hamilton's method), to the
    /// first among equals. The parts add up to the whole, and no part is a coin or more away from the exact one.
    /// </summary>
    /// <param name="units">The whole, in smallest coins; negative for what is taken back, which divides as its opposite does.</param>
    /// <param name="weights">One or more, each 0 or more, not all 0.</param>
    public static IReadOnlyList<long> Of(long units, IReadOnlyList<long> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var total = weights.Aggregate(BigInteger.Zero, (sum, weight) => sum + weight);
        if (total <= 0 || weights.Any(weight => weight < 0))
        {
            throw new ArgumentOutOfRangeException(nameof(weights), "weights must be 0 or more, and one of them over 0");
        }

        if (units < 0)
        {
            return [.. Of(checked(-units), weights).Select(part => -part)];
        }

        var exact = weights.Select(weight => (Part: (long)BigInteger.DivRem((BigInteger)units * weight, total, out var rest), Over: rest)).ToList();
        var left = units - exact.Sum(one => one.Part);
        var lucky = exact.Index().OrderByDescending(one => one.Item.Over).ThenBy(one => one.Index).Take((int)left).Select(one => one.Index).ToHashSet();
        return [.. exact.Select((one, index) => one.Part + (lucky.Contains(index) ? 1 : 0))];
    }
}
