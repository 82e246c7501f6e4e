namespace SoraFunctions.World.Render;

/// <summary>
/// Where the sixteen samples of a pixel lie in the pixel, on the lens, and in time. Samples 2k and 2k + 1 mirror each other, so any even
/// number of them is centred; the first 4, 8 and 16 are stratified in every dimension; dimensions hardly correlate (found by search).
/// Every pixel uses the same, so nothing crawls and nothing is grainy.
/// </summary>
internal static class Spots
{
    /// <summary>Across the pixel, 0 to 1.</summary>
    public static float X(int sample) => (Column(0, sample) + 0.5f) / 16;

    /// <summary>Down the pixel, 0 to 1.</summary>
    public static float Y(int sample) => (Column(1, sample) + 0.5f) / 16;

    /// <summary>On the unit square that is mapped to the lens.</summary>
    public static float LensX(int sample) => (Column(2, sample) + 0.5f) / 16;

    /// <summary>On the unit square that is mapped to the lens.</summary>
    public static float LensY(int sample) => (Column(3, sample) + 0.5f) / 16;

    /// <summary>0 where the shutter opens to 1 where it closes.</summary>
    public static float Time(int sample) => (Column(4, sample) + 0.5f) / 16;

    /// <summary>The sample whose place on the lens serves as direction within a glossy lobe: another pair, the same side.</summary>
    public static int Lobe(int sample) => (((sample >> 1) * 5 + 3 & 7) << 1) | sample & 1;

    private static int Column(int dimension, int sample) => Table[16 * dimension + sample];

    private static ReadOnlySpan<byte> Table =>
    [
        11, 4, 15, 0, 3, 12, 9, 6, 8, 7, 14, 1, 5, 10, 13, 2,
        0, 15, 11, 4, 9, 6, 12, 3, 5, 10, 1, 14, 8, 7, 13, 2,
        13, 2, 9, 6, 15, 0, 11, 4, 10, 5, 14, 1, 3, 12, 8, 7,
        9, 6, 3, 12, 4, 11, 15, 0, 8, 7, 13, 2, 10, 5, 14, 1,
        7, 8, 12, 3, 10, 5, 1, 14, 11, 4, 9, 6, 15, 0, 13, 2,
    ];
}
