namespace SoraFunctions.Provenance.Watermarks;

/// <summary>An id with its check sum (CRC-16/CCITT, polynomial 0x1021, started with ones), coded against errors.</summary>
internal static class WatermarkMessage
{
    private const int CheckBits = 16;

    /// <summary>Coded bits of a message.</summary>
    public const int CodedBits = (WatermarkId.Bits + CheckBits + ConvolutionalCode.Tail) * ConvolutionalCode.Rate;

    /// <summary>The coded bits of an id.</summary>
    /// <param name="id">The id.</param>
    public static bool[] Encode(WatermarkId id)
    {
        var whole = id.Value << CheckBits | Check(id);
        Span<bool> bits = stackalloc bool[WatermarkId.Bits + CheckBits];
        for (var i = 0; i < bits.Length; i++)
            bits[i] = (whole >> (bits.Length - 1 - i) & 1) == 1;
        return ConvolutionalCode.Encode(bits);
    }

    /// <summary>The id that was most likely sent; null when the check sum says that it was none.</summary>
    /// <param name="received">How much each coded bit looks like a one.</param>
    public static WatermarkId? Decode(ReadOnlySpan<float> received)
    {
        var whole = 0UL;
        foreach (var bit in ConvolutionalCode.Decode(received))
            whole = whole << 1 | (bit ? 1UL : 0);
        var id = new WatermarkId(whole >> CheckBits);
        return (ushort)whole == Check(id) ? id : null;
    }

    private static ushort Check(WatermarkId id)
    {
        var check = 0xFFFF;
        foreach (var value in id.ToBytes())
        {
            check ^= value << 8;
            for (var i = 0; i < 8; i++)
                check = check << 1 ^ ((check & 0x8000) != 0 ? 0x1021 : 0);
        }

        return (ushort)check;
    }
}
