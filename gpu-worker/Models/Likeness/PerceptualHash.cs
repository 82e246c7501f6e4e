using SoraFunctions.Models.Pictures;

namespace SoraFunctions.Models.Likeness;

/// <summary>
/// A hash that hardly changes when a picture is compressed or scaled: which of the 64 lowest frequencies of its brightness are above their
/// median (Zauner 2010, "Implementation and Benchmarking of Perceptual Image Hash Functions").
/// </summary>
public static class PerceptualHash
{
    private const int Side = 32;
    private const int Frequencies = 8;

    private static readonly float[] _cosines = [.. Enumerable.Range(0, Frequencies).SelectMany(frequency =>
        Enumerable.Range(0, Side).Select(at => MathF.Cos(MathF.PI * (frequency + 1) * (2 * at + 1) / (2 * Side))))];

    /// <summary>The hash of a picture; the mean brightness and the purely horizontal and vertical waves are not in it.</summary>
    /// <param name="picture">The picture.</param>
    public static ulong Of(RgbView picture)
    {
        var small = Resampler.Resize(picture.Pixels, picture.Width, picture.Height, 3, Side, Side);
        var grey = new float[Side * Side];
        for (var i = 0; i < grey.Length; i++)
            grey[i] = 0.299f * small[3 * i] + 0.587f * small[3 * i + 1] + 0.114f * small[3 * i + 2];
        var waves = new float[Frequencies * Frequencies];
        for (var v = 0; v < Frequencies; v++)
            for (var u = 0; u < Frequencies; u++)
                for (var y = 0; y < Side; y++)
                {
                    var row = 0f;
                    for (var x = 0; x < Side; x++)
                        row += grey[y * Side + x] * _cosines[u * Side + x];
                    waves[v * Frequencies + u] += row * _cosines[v * Side + y];
                }
        var sorted = waves.Order().ToArray();
        var median = (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
        var hash = 0ul;
        for (var i = 0; i < waves.Length; i++)
            if (waves[i] > median)
                hash |= 1ul << i;
        return hash;
    }
}
