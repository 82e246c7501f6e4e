using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SoraFunctions.Local.Blobs;

/// <summary>Links that open one blob until a moment: HMAC-SHA256 (RFC 2104) over path and moment.</summary>
internal static class SignedLinks
{
    /// <summary>First segment of every link's path.</summary>
    public const string Prefix = "blobs";

    /// <summary>A link: <c>{base}/blobs/{path}?expires={Unix seconds}&amp;signature={base64url}</c>.</summary>
    /// <param name="options">Where and with what secret.</param>
    /// <param name="path">The blob.</param>
    /// <param name="expires">From then on the link is dead; rounded up to the second.</param>
    public static Uri Create(BlobLinkOptions options, string path, DateTimeOffset expires)
    {
        var seconds = (expires.ToUnixTimeMilliseconds() + 999) / 1_000;
        var signature = Base64Url.EncodeToString(Sign(options.Secret, path, seconds));
        return new Uri($"{options.BaseUrl.AbsoluteUri.TrimEnd('/')}/{Prefix}/{path}?expires={seconds}&signature={signature}");
    }

    /// <summary>Whether a link is one of ours and still alive.</summary>
    /// <param name="secret">What it was signed with.</param>
    /// <param name="path">The path after <see cref="Prefix"/>.</param>
    /// <param name="expires">Its parameter of that name.</param>
    /// <param name="signature">Its parameter of that name.</param>
    /// <param name="now">The time.</param>
    public static bool Verify(byte[] secret, string path, string? expires, string? signature, DateTimeOffset now)
    {
        if (!long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || signature is null
            || !Base64Url.IsValid(signature, out var length)
            || length != HMACSHA256.HashSizeInBytes)
        {
            return false;
        }

        var given = Base64Url.DecodeFromChars(signature);
        return CryptographicOperations.FixedTimeEquals(given, Sign(secret, path, seconds)) && now.ToUnixTimeSeconds() < seconds;
    }

    private static byte[] Sign(byte[] secret, string path, long seconds) =>
        HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{path}\n{seconds}")));
}
