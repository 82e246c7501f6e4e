using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SoraFunctions.Pipeline.Remotes.Servers;

/// <summary>
/// Seals secrets of tenants with keys of the deployment (AES-256-GCM, NIST SP 800-38D). The first key seals, every key opens, so that a key
/// is rotated by putting a new one before it.
/// </summary>
public sealed class KeyRing
{
    private const int KeySize = 32;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly IReadOnlyList<(string Id, byte[] Key)> _keys;

    /// <summary>A ring of at least one key.</summary>
    /// <param name="keys">Ids of 1 to 32 letters, digits, '-' and '_', each once; keys of 32 bytes.</param>
    /// <exception cref="ArgumentException">They are not.</exception>
    public KeyRing(IReadOnlyList<(string Id, byte[] Key)> keys)
    {
        if (keys.Count == 0
            || keys.DistinctBy(one => one.Id).Count() != keys.Count
            || keys.Any(one => one.Key.Length != KeySize || one.Id.Length is 0 or > 32 || !one.Id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')))
        {
            throw new ArgumentException("A ring has keys of 32 bytes, each under an id of its own of 1 to 32 letters, digits, '-' and '_'.", nameof(keys));
        }

        _keys = keys;
    }

    /// <summary>Reads a ring as a setting holds it: <c>id:base64</c>, several separated by commas, the sealing one first. Null when it is none.</summary>
    /// <param name="text">The setting.</param>
    public static KeyRing? Parse(string text)
    {
        try
        {
            return new KeyRing([
                .. text.Split(',', StringSplitOptions.TrimEntries)
                    .Select(part => part.Split(':', 2))
                    .Select(pair => pair.Length == 2 ? (pair[0], Convert.FromBase64String(pair[1])) : ("", [])),
            ]);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Seals a secret: the key's id, a dot, and nonce, cipher text and tag in base64url.</summary>
    /// <param name="secret">What to hide.</param>
    /// <param name="purpose">What it is for; it opens for nothing else.</param>
    public string Seal(string secret, string purpose)
    {
        var (id, key) = _keys[0];
        var plain = Encoding.UTF8.GetBytes(secret);
        var box = new byte[NonceSize + plain.Length + TagSize];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        using var cipher = new AesGcm(key, TagSize);
        cipher.Encrypt(box.AsSpan(0, NonceSize), plain, box.AsSpan(NonceSize, plain.Length), box.AsSpan(NonceSize + plain.Length), Encoding.UTF8.GetBytes(purpose));
        return $"{id}.{Base64Url.EncodeToString(box)}";
    }

    /// <summary>Opens what <see cref="Seal"/> made; null when its key is not on the ring, or when it was changed or is for something else.</summary>
    /// <param name="seal">What was sealed.</param>
    /// <param name="purpose">What it is for.</param>
    public string? Open(string seal, string purpose)
    {
        var dot = seal.IndexOf('.', StringComparison.Ordinal);
        var key = dot < 0 ? null : _keys.FirstOrDefault(one => one.Id == seal[..dot]).Key;
        if (key is null || !Base64Url.IsValid(seal.AsSpan(dot + 1)) || Base64Url.DecodeFromChars(seal.AsSpan(dot + 1)) is not { Length: >= NonceSize + TagSize } box)
        {
            return null;
        }

        var plain = new byte[box.Length - NonceSize - TagSize];
        using var cipher = new AesGcm(key, TagSize);
        try
        {
            cipher.Decrypt(box.AsSpan(0, NonceSize), box.AsSpan(NonceSize, plain.Length), box.AsSpan(NonceSize + plain.Length), plain, Encoding.UTF8.GetBytes(purpose));
            return Encoding.UTF8.GetString(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
