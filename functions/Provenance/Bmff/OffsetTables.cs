using System.Buffers.Binary;
using System.Text;

namespace SoraFunctions.Provenance.Bmff;

/// <summary>
/// Rewrites the absolute file offsets inside moov, moof and mfra for a new layout, and the lengths in sidx. Offsets that are
/// relative to their fragment (trun, saio inside traf) stay as they are.
/// </summary>
internal static class OffsetTables
{
    private static readonly Dictionary<string, string[]> Containers = new()
    {
        ["moov"] = ["trak"],
        ["trak"] = ["mdia"],
        ["mdia"] = ["minf"],
        ["minf"] = ["stbl"],
        ["stbl"] = ["stco", "co64", "saio"],
        ["moof"] = ["traf"],
        ["traf"] = ["tfhd"],
        ["mfra"] = ["tfra"],
    };

    /// <summary>Whether a box of this type may hold absolute offsets.</summary>
    public static bool Concern(string topLevelType) => topLevelType is "moov" or "moof" or "mfra" or "sidx";

    /// <summary>The whole box rewritten.</summary>
    /// <param name="box">The whole box with its header.</param>
    /// <param name="map">Old position to new position.</param>
    /// <param name="wide">Turn every stco into co64, which makes the box larger.</param>
    /// <exception cref="OverflowException">A new offset does not fit into 32 bits and <paramref name="wide"/> is
    /// false.</exception>
    /// <exception cref="InvalidDataException">The box is malformed.</exception>
    public static byte[] Rewrite(ReadOnlySpan<byte> box, Func<long, long> map, bool wide)
    {
        var header = HeaderSize(box);
        var type = Encoding.Latin1.GetString(box.Slice(4, 4));
        if (!Containers.TryGetValue(type, out var children))
            return RewriteTable(box, type, header, map, wide);
        var parts = new MemoryStream(box.Length);
        parts.Write(box[..header]);
        for (var rest = box[header..]; rest.Length > 0;)
        {
            // Some writers end a container with a four-byte terminator.
            var size = rest.Length < 8 ? rest.Length : Size(rest);
            var child = rest[..size];
            rest = rest[size..];
            if (size >= 8 && children.Contains(Encoding.Latin1.GetString(child.Slice(4, 4))))
                parts.Write(Rewrite(child, map, wide));
            else
                parts.Write(child);
        }
        return WithSize(parts.ToArray(), header);
    }

    private static byte[] RewriteTable(ReadOnlySpan<byte> box, string type, int header, Func<long, long> map, bool wide)
    {
        var copy = box.ToArray();
        if (copy.Length < header + 8)
            throw new InvalidDataException($"The {type} box is cut short.");
        var version = copy[header];
        var flags = BinaryPrimitives.ReadUInt32BigEndian(copy.AsSpan(header)) & 0xFFFFFF;
        switch (type)
        {
            case "stco" when wide:
                return Widen(copy, header, map);
            case "stco":
                Offsets(copy, header + 4, 0, 4, map);
                return copy;
            case "co64":
                Offsets(copy, header + 4, 0, 8, map);
                return copy;
            case "saio":
                Offsets(copy, header + 4 + ((flags & 1) != 0 ? 8 : 0), 0, version == 0 ? 4 : 8, map);
                return copy;
            case "tfhd" when (flags & 1) != 0:
                Shift(At(copy, header + 8, 8), map);
                return copy;
            case "tfra":
                RandomAccess(copy, header, version, map);
                return copy;
            default:
                return copy;
        }
    }

    private static void RandomAccess(byte[] box, int header, byte version, Func<long, long> map)
    {
        var lengths = BinaryPrimitives.ReadUInt32BigEndian(At(box, header + 8, 4));
        var numbers = (int)((lengths >> 4 & 3) + (lengths >> 2 & 3) + (lengths & 3) + 3);
        var width = version == 1 ? 8 : 4;
        Offsets(box, header + 12, width, width, map, stride: 2 * width + numbers);
    }

    /// <summary>
    /// Maps a counted table: its count at <paramref name="at"/>, each offset <paramref name="skip"/> bytes into its
    /// entry.
    /// </summary>
    private static void Offsets(byte[] box, int at, int skip, int width, Func<long, long> map, int? stride = null)
    {
        var count = BinaryPrimitives.ReadUInt32BigEndian(At(box, at, 4));
        var step = stride ?? width;
        if (count * (long)step > box.Length - at - 4)
            throw new InvalidDataException($"An offset table claims {count} entries and is too short for them.");
        for (var entry = 0; entry < count; entry++)
            Shift(box.AsSpan(at + 4 + entry * step + skip, width), map);
    }

    private static byte[] Widen(byte[] stco, int header, Func<long, long> map)
    {
        var count = BinaryPrimitives.ReadUInt32BigEndian(stco.AsSpan(header + 4));
        if (count * 4L > stco.Length - header - 8)
            throw new InvalidDataException($"The stco box claims {count} entries and is too short for them.");
        var wide = new byte[header + 8 + 8 * count];
        stco.AsSpan(0, header + 8).CopyTo(wide);
        "co64"u8.CopyTo(wide.AsSpan(4));
        for (var entry = 0; entry < count; entry++)
        {
            var old = BinaryPrimitives.ReadUInt32BigEndian(stco.AsSpan(header + 8 + 4 * entry));
            BinaryPrimitives.WriteInt64BigEndian(wide.AsSpan(header + 8 + 8 * entry), map(old));
        }
        return WithSize(wide, header);
    }

    private static void Shift(Span<byte> field, Func<long, long> map)
    {
        if (field.Length == 4)
            BinaryPrimitives.WriteUInt32BigEndian(field, checked((uint)map(BinaryPrimitives.ReadUInt32BigEndian(field))));
        else
            BinaryPrimitives.WriteInt64BigEndian(field, map(BinaryPrimitives.ReadInt64BigEndian(field)));
    }

    private static Span<byte> At(byte[] box, int offset, int length) =>
        offset + length <= box.Length
            ? box.AsSpan(offset, length)
            : throw new InvalidDataException("A box with offsets is cut short.");

    private static int HeaderSize(ReadOnlySpan<byte> box) => BinaryPrimitives.ReadUInt32BigEndian(box) == 1 ? 16 : 8;

    private static int Size(ReadOnlySpan<byte> rest)
    {
        ulong size = BinaryPrimitives.ReadUInt32BigEndian(rest);
        if (size == 1 && rest.Length >= 16)
            size = BinaryPrimitives.ReadUInt64BigEndian(rest[8..]);
        return size >= (ulong)HeaderSize(rest) && size <= (ulong)rest.Length
            ? (int)size
            : throw new InvalidDataException(
                $"A box of {size} bytes does not fit into the {rest.Length} of its container.");
    }

    private static byte[] WithSize(byte[] box, int header)
    {
        if (header == 16)
            BinaryPrimitives.WriteInt64BigEndian(box.AsSpan(8), box.Length);
        else
            BinaryPrimitives.WriteInt32BigEndian(box, box.Length);
        return box;
    }
}
