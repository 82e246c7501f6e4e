using System.Security.Cryptography;
using System.Text;

namespace SoraFunctions.Commerce.Signatures;

/// <summary>
/// The signature of a Shopify webhook: base64 of HMAC-SHA256 over the raw body, keyed with the app's client secret. It holds no time, so a replay
/// is told by the delivery's id alone. Source: shopify.dev, "Verify webhook deliveries".
/// </summary>
public static class ShopifySignature
{
    /// <summary>Signs a body.</summary>
    /// <param name="body">Its bytes as they go over the wire.</param>
    /// <param name="secret">The app's client secret.</param>
    public static string Of(ReadOnlySpan<byte> body, string secret)
    {
        ArgumentException.ThrowIfNullOrEmpty(secret);
        return Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
    }

    /// <summary>Whether a body was signed with one of the secrets. Takes as long for a wrong signature as for a right one.</summary>
    /// <param name="signature">What the header says; null for none.</param>
    /// <param name="body">The body's bytes as they came.</param>
    /// <param name="secrets">Those that hold: two while one replaces the other, which Shopify takes up to an hour for.</param>
    public static bool Holds(string? signature, ReadOnlySpan<byte> body, IEnumerable<string> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Span<byte> right = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (signature is not { Length: 44 } || !Convert.TryFromBase64String(signature, given, out var length) || length != given.Length)
        {
            return false;
        }

        var holds = false;
        foreach (var secret in secrets)
        {
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body, right);
            holds |= CryptographicOperations.FixedTimeEquals(given, right);
        }

        return holds;
    }
}
