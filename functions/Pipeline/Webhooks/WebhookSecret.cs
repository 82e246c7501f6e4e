using System.Security.Cryptography;
using System.Text;

namespace SoraFunctions.Pipeline.Webhooks;

/// <summary>Signing secrets as Standard Webhooks writes them: <c>whsec_</c> and base64.</summary>
public static class WebhookSecret
{
    private const string Prefix = "whsec_";

    /// <summary>A new secret of 256 random bits.</summary>
    public static string New() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>The key that signs: what the base64 holds, or the text itself when it has no such form.</summary>
    /// <param name="secret">As it was shown to the receiver.</param>
    public static byte[] KeyOf(string secret)
    {
        var key = new byte[secret.Length];
        return secret.StartsWith(Prefix, StringComparison.Ordinal)
            && Convert.TryFromBase64String(secret[Prefix.Length..], key, out var length)
                ? key[..length]
                : Encoding.UTF8.GetBytes(secret);
    }
}
