using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SoraFunctions.Provenance.Watermarks;

/// <summary>
/// A deployment's watermark key. Who does not have it can neither read its marks nor take them for those of another. Losing it loses all
/// marks; giving it away lets others remove them.
/// </summary>
public sealed class WatermarkKey
{
    private readonly byte[] _secret;

    /// <summary>The key made of a secret. Fails with <see cref="ArgumentException"/> when that has fewer than 16 bytes.</summary>
    /// <param name="secret">16 bytes or more that nobody can guess.</param>
    public WatermarkKey(ReadOnlySpan<byte> secret)
    {
        if (secret.Length < 16)
            throw new ArgumentException($"A watermark key is made of at least 16 secret bytes, not {secret.Length}.", nameof(secret));
        _secret = secret.ToArray();
    }

    /// <summary>Bytes that follow from the key and a name, as good as random (HMAC-SHA256 in counter mode, NIST SP 800-108).</summary>
    /// <param name="name">What they are for.</param>
    /// <param name="count">How many.</param>
    internal byte[] Bytes(string name, int count)
    {
        var label = Encoding.UTF8.GetBytes(name);
        var bytes = new byte[count];
        for (var (at, counter) = (0, 1); at < count; counter++)
        {
            var number = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(number, counter);
            var block = HMACSHA256.HashData(_secret, (byte[])[.. number, .. label]);
            var taken = Math.Min(block.Length, count - at);
            block.AsSpan(0, taken).CopyTo(bytes.AsSpan(at));
            at += taken;
        }

        return bytes;
    }
}
