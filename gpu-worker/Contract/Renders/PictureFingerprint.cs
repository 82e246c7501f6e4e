using System.Numerics;

namespace SoraFunctions.Contract.Renders;

/// <summary>What a picture is recognised by, however it was compressed, scaled or lightly cropped.</summary>
/// <param name="Features">1,280 numbers of length 1 that say what is in it; none where the model is missing.</param>
/// <param name="Hash">64 bits that say where it is bright and dark (a perceptual hash).</param>
/// <param name="Problem">Why there are no features; null when there are.</param>
public sealed record PictureFingerprint(IReadOnlyList<float> Features, ulong Hash, string? Problem = null)
{
    // Found by changing six photographs; see docs/helper-models.md.
    private static readonly (float Cosine, int Distance)[] _copies = [(0.9f, 64), (0.75f, 16), (0.5f, 8)];

    /// <summary>The cosine of the two pictures' features, from -1 to 1; null where one has none.</summary>
    /// <param name="other">Another picture.</param>
    public float? CosineTo(PictureFingerprint other)
    {
        if (Features.Count == 0 || Features.Count != other.Features.Count)
            return null;
        var sum = 0f;
        for (var i = 0; i < Features.Count; i++)
            sum += Features[i] * other.Features[i];
        return sum;
    }

    /// <summary>How many of the 64 bits of the hashes differ; about 32 for pictures that have nothing to do with each other.</summary>
    /// <param name="other">Another picture.</param>
    public int DistanceTo(PictureFingerprint other) => BitOperations.PopCount(Hash ^ other.Hash);

    /// <summary>
    /// Whether one picture is a copy of the other: features with a cosine of at least 0.9, or 0.75 where at most 16 bits of the hashes differ, or 0.5
    /// where at most 8 do. Without features the hashes decide alone: at most 8 bits.
    /// </summary>
    /// <param name="other">Another picture.</param>
    public bool IsCopyOf(PictureFingerprint other)
    {
        var (cosine, distance) = (CosineTo(other) ?? 0.5f, DistanceTo(other));
        return _copies.Any(copy => cosine >= copy.Cosine && distance <= copy.Distance);
    }
}
