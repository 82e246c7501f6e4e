using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SoraFunctions.Api.Posting;

/// <summary>
/// Ids of what one POST makes. With an idempotency key they follow from it and from when it was first seen: the same request, asked again
/// after a crash, makes the same things.
/// </summary>
internal sealed class OrderIds
{
    private readonly DateTimeOffset _at;
    private readonly byte[]? _origin;
    private int _count;

    /// <summary>Ids by chance.</summary>
    public OrderIds(DateTimeOffset at) => _at = at;

    /// <summary>Ids by key.</summary>
    public OrderIds(string tenant, string key, DateTimeOffset firstSeen)
    {
        _at = firstSeen;
        _origin = Encoding.UTF8.GetBytes($"{tenant}\n{key}\n{firstSeen.UtcTicks}\n");
    }

    /// <summary>The next id: a prefix and 32 hex digits of a version 7 UUID (RFC 9562), which rises with time.</summary>
    public string Next(string prefix) => $"{prefix}_{NextGuid():n}";

    private Guid NextGuid()
    {
        var count = _count++;
        if (_origin is null)
        {
            return Guid.CreateVersion7(_at);
        }

        var bytes = SHA256.HashData([.. _origin, (byte)count]).AsSpan(0, 16);
        Span<byte> milliseconds = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(milliseconds, _at.ToUnixTimeMilliseconds());
        milliseconds[2..].CopyTo(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
