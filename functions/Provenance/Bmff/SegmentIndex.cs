using System.Buffers.Binary;

namespace SoraFunctions.Provenance.Bmff;

/// <summary>Rewrites an index of segments (sidx, ISO 14496-12 section 8.16.3), which counts from its own end.</summary>
internal static class SegmentIndex
{
    private const uint LengthBits = 0x7FFF_FFFF;
    private const int EntrySize = 12;

    /// <param name="box">The whole box with its header.</param>
    /// <param name="place">Where it lies in the source.</param>
    /// <param name="newEnd">The first byte after it in the stamped file.</param>
    /// <param name="mapStart">Old beginning of a stretch to new beginning.</param>
    /// <exception cref="InvalidDataException">The box is malformed, or a segment becomes too long for it.</exception>
    public static byte[] Rewrite(ReadOnlySpan<byte> box, BmffBox place, long newEnd, Func<long, long> mapStart)
    {
        var copy = box.ToArray();
        var body = copy.AsSpan(place.HeaderSize);
        if (body.Length < 24 || body[0] > 1 || body[0] == 1 && body.Length < 32)
            throw new InvalidDataException("The sidx box is cut short or of an unknown version.");
        var wide = body[0] == 1;
        var first = body.Slice(wide ? 20 : 16, wide ? 8 : 4);
        var at = place.End + (wide ? BinaryPrimitives.ReadInt64BigEndian(first) : BinaryPrimitives.ReadUInt32BigEndian(first));
        var gap = mapStart(at) - newEnd;
        if (wide)
            BinaryPrimitives.WriteInt64BigEndian(first, gap);
        else
            BinaryPrimitives.WriteUInt32BigEndian(first, checked((uint)gap));
        var entries = body[(wide ? 28 : 20)..];
        var count = BinaryPrimitives.ReadUInt16BigEndian(entries[2..]);
        if (4 + count * EntrySize > entries.Length)
            throw new InvalidDataException($"The sidx box claims {count} entries and is too short for them.");
        for (var entry = 0; entry < count; entry++)
        {
            var field = entries.Slice(4 + entry * EntrySize, 4);
            var old = BinaryPrimitives.ReadUInt32BigEndian(field);
            var end = at + (old & LengthBits);
            var length = mapStart(end) - mapStart(at);
            if (length is < 0 or > LengthBits)
                throw new InvalidDataException("A segment in the sidx box would pass 2 GiB.");
            BinaryPrimitives.WriteUInt32BigEndian(field, old & ~LengthBits | (uint)length);
            at = end;
        }
        return copy;
    }
}
