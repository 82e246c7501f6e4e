namespace SoraFunctions.Pipeline.Pictures;

/// <summary>The checksum of PNG chunks: CRC-32 with polynomial 0xEDB88320 (ISO 3309), table driven.</summary>
internal static class Crc32
{
    private static readonly uint[] _table = [.. Enumerable.Range(0, 256).Select(index => Step((uint)index, 8))];

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc = _table[(crc ^ value) & 0xFF] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint Step(uint crc, int bits) =>
        bits == 0 ? crc : Step((crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320, bits - 1);
}
