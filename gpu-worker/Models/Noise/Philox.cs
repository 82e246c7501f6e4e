namespace SoraFunctions.Models.Noise;

/// <summary>
/// Philox 4x32-10 (Salmon et al. 2011): four random words from a counter and a key, without any state, so that any place of a
/// stream can be computed alone, anywhere, with the same result.
/// </summary>
public static class Philox
{
    private const int Rounds = 10;
    private const uint Multiplier0 = 0xD2511F53, Multiplier1 = 0xCD9E8D57;
    private const uint Weyl0 = 0x9E3779B9, Weyl1 = 0xBB67AE85;

    /// <summary>The words of one counter under one key.</summary>
    /// <param name="counter">The place in the stream, its lowest word first.</param>
    /// <param name="key">The stream.</param>
    public static (uint W0, uint W1, uint W2, uint W3) Words((uint C0, uint C1, uint C2, uint C3) counter, (uint K0, uint K1) key)
    {
        var (c0, c1, c2, c3) = counter;
        var (k0, k1) = key;
        for (var round = 0; round < Rounds; round++)
        {
            var p0 = (ulong)Multiplier0 * c0;
            var p1 = (ulong)Multiplier1 * c2;
            (c0, c1, c2, c3) = ((uint)(p1 >> 32) ^ c1 ^ k0, (uint)p1, (uint)(p0 >> 32) ^ c3 ^ k1, (uint)p0);
            k0 += Weyl0;
            k1 += Weyl1;
        }
        return (c0, c1, c2, c3);
    }
}
