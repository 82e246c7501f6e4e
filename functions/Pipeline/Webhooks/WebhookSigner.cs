using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SoraFunctions.Pipeline.Webhooks;

/// <summary>Signs after Standard Webhooks: HMAC-SHA256 over id, time and body, joined by full stops.</summary>
public static class WebhookSigner
{
    /// <summary>The value of <c>webhook-signature</c>: one <c>v1,</c> entry for each secret, separated by blanks.</summary>
    /// <param name="secrets">The present secret, and the one before it while that still works.</param>
    /// <param name="id">The value of <c>webhook-id</c>.</param>
    /// <param name="at">The value of <c>webhook-timestamp</c>; whole seconds count.</param>
    /// <param name="body">The body, byte for byte.</param>
    public static string Sign(IEnumerable<string> secrets, string id, DateTimeOffset at, string body)
    {
        var signed = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{at.ToUnixTimeSeconds()}.{body}"));
        return string.Join(' ', secrets.Select(secret =>
            $"v1,{Convert.ToBase64String(HMACSHA256.HashData(WebhookSecret.KeyOf(secret), signed))}"));
    }
}
