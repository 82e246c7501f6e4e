using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SoraFunctions.Pipeline.Videos;

/// <summary>Version 7 UUIDs (RFC 9562) that follow from what they stand for: asked again, the same, and rising with time like those by chance.</summary>
public static class DerivedGuid
{
    /// <summary>The UUID.</summary>
    /// <param name="at">The time in it, to the millisecond.</param>
    /// <param name="origin">What it stands for.</param>
    public static Guid Of(DateTimeOffset at, ReadOnlySpan<byte> origin)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(origin, hash);
        var bytes = hash[..16];
        Span<byte> milliseconds = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(milliseconds, at.ToUnixTimeMilliseconds());
        milliseconds[2..].CopyTo(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
