namespace SoraFunctions.Fuzz.Mutation;

/// <summary>CBOR that is small as bytes and large, deep or endless as a document.</summary>
internal static class CborBomb
{
    /// <summary>One of them; one in fifty has up to a million items.</summary>
    public static byte[] Make(Random chance) => chance.Next(10) switch
    {
        0 => Many(0x81, Count(chance), 0x00),
        1 => Many(0xA1, Count(chance), 0x00),
        2 => Many(0x9F, Count(chance), 0xFF),
        3 => Many(0xC1, Count(chance), 0x00),
        4 => [0x9B, 0, 0, 0, 0, .. Bytes(chance, 4)],
        5 => [0x5B, 0x7F, .. Bytes(chance, 7)],
        6 => [0xBB, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, (byte)chance.Next(256)],
        7 => [0x7F, .. Enumerable.Repeat((byte)0x60, Count(chance)), 0xFF],
        8 => [0x9F, .. Many(0x80, Count(chance), 0xFF)],
        _ => [0xBF, .. Enumerable.Range(0, chance.Next(1, 3_000)).SelectMany(n => (byte[])[0x19, (byte)(n >> 8), (byte)n, 0x80]), 0xFF],
    };

    private static int Count(Random chance) => chance.Next(1, chance.Next(50) == 0 ? 1_200_000 : 3_000);

    private static byte[] Many(byte head, int count, byte end) => [.. Enumerable.Repeat(head, count), end];

    private static byte[] Bytes(Random chance, int count)
    {
        var bytes = new byte[count];
        chance.NextBytes(bytes);
        return bytes;
    }
}
