using System.Buffers.Binary;

namespace SoraFunctions.Fuzz.Mutation;

/// <summary>Changes that know nothing of formats but where numbers like to stand.</summary>
internal static class ByteMutation
{
    private static readonly ulong[] Edges =
        [0, 1, 7, 8, 15, 16, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 0x1_0000_0000, long.MaxValue, ulong.MaxValue];

    /// <summary>Changes a file a little, in one to four ways.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="other">Another file, of which a part may come in.</param>
    /// <param name="chance">Decides.</param>
    public static byte[] Apply(byte[] bytes, byte[] other, Random chance)
    {
        for (var round = chance.Next(1, 5); round > 0 && bytes.Length > 0; round--)
            bytes = Once(bytes, other, chance);
        return bytes;
    }

    private static byte[] Once(byte[] bytes, byte[] other, Random chance)
    {
        var at = chance.Next(bytes.Length);
        var length = Math.Min(bytes.Length - at, 1 << chance.Next(0, 9));
        switch (chance.Next(8))
        {
            case 0:
                return Changed(bytes, copy => copy[at] ^= (byte)(1 << chance.Next(8)));
            case 1:
                return Changed(bytes, copy => chance.NextBytes(copy.AsSpan(at, Math.Min(length, 8))));
            case 2:
                return Changed(bytes, copy => Number(copy.AsSpan(at), Edges[chance.Next(Edges.Length)], chance.Next(4)));
            case 3:
                return bytes[..at];
            case 4:
                return [.. bytes[..at], .. bytes[(at + length)..]];
            case 5:
                return [.. bytes[..(at + length)], .. bytes[at..]];
            case 6:
                var from = chance.Next(other.Length);
                return [.. bytes[..at], .. other.AsSpan(from, Math.Min(length, other.Length - from)), .. bytes[at..]];
            default:
                return Changed(bytes, copy => Size(copy, chance));
        }
    }

    private static byte[] Changed(byte[] bytes, Action<byte[]> change)
    {
        var copy = bytes.ToArray();
        change(copy);
        return copy;
    }

    private static void Number(Span<byte> at, ulong value, int width)
    {
        Span<byte> whole = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(whole, value);
        var part = whole[(8 - (1 << width))..];
        part[..Math.Min(part.Length, at.Length)].CopyTo(at);
    }

    /// <summary>Changes the number before four letters: there stand the sizes of boxes and chunks.</summary>
    private static void Size(byte[] bytes, Random chance)
    {
        for (var tries = 0; tries < 64 && bytes.Length >= 8; tries++)
        {
            var at = chance.Next(bytes.Length - 7);
            if (bytes.AsSpan(at + 4, 4).ContainsAnyExceptInRange((byte)'A', (byte)'z'))
                continue;
            var size = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(at), chance.Next(3) switch
            {
                0 => size + (uint)chance.Next(-16, 17),
                1 => (uint)Edges[chance.Next(Edges.Length)],
                _ => (uint)chance.NextInt64(uint.MaxValue),
            });
            return;
        }
    }
}
