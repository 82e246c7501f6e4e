using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SoraFunctions.Commerce.Signatures;

/// <summary>
/// The signature in the query of a request that Shopify sends a browser with, when an app is installed or opened: lower-case hex of HMAC-SHA256 over
/// the other parameters in the order of their names. Source: shopify.dev, "Verify the installation request".
/// </summary>
public static class ShopifyQuery
{
    /// <summary>How far its <c>timestamp</c> may lie from the receiver's clock, to either side: what Shopify's own library allows.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(90);

    /// <summary>Signs parameters.</summary>
    /// <param name="parameters">Decoded names and values, without <c>hmac</c>.</param>
    /// <param name="secret">The app's client secret.</param>
    public static string Of(IEnumerable<KeyValuePair<string, string>> parameters, string secret) =>
        Convert.ToHexStringLower(Mac(parameters, secret));

    /// <summary>Judges a query.</summary>
    /// <param name="parameters">Decoded names and values, <c>hmac</c> and <c>timestamp</c> included.</param>
    /// <param name="secrets">Those that hold.</param>
    /// <param name="now">The receiver's clock.</param>
    public static SignatureVerdict Judge(IReadOnlyCollection<KeyValuePair<string, string>> parameters, IEnumerable<string> secrets, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(secrets);
        if (parameters.DistinctBy(one => one.Key).Count() != parameters.Count)
        {
            // A name that comes twice could be signed as one value and read as the other.
            return SignatureVerdict.Malformed;
        }

        var given = parameters.FirstOrDefault(one => one.Key == "hmac").Value;
        if (given is null)
        {
            return SignatureVerdict.Missing;
        }

        if (given.Length != 64 || !given.All(char.IsAsciiHexDigit)
            || !long.TryParse(parameters.FirstOrDefault(one => one.Key == "timestamp").Value, NumberStyles.None, CultureInfo.InvariantCulture, out var unix))
        {
            return SignatureVerdict.Malformed;
        }

        var bytes = Convert.FromHexString(given);
        var holds = secrets.Aggregate(false, (held, secret) => held | CryptographicOperations.FixedTimeEquals(bytes, Mac(parameters, secret)));
        return !holds ? SignatureVerdict.Wrong
            : Math.Abs(now.ToUnixTimeSeconds() - (decimal)unix) > (decimal)Tolerance.TotalSeconds ? SignatureVerdict.OutOfTime
            : SignatureVerdict.Valid;
    }

    private static byte[] Mac(IEnumerable<KeyValuePair<string, string>> parameters, string secret)
    {
        ArgumentException.ThrowIfNullOrEmpty(secret);
        var text = string.Join('&', parameters
            .Where(one => one.Key is not ("hmac" or "signature"))
            .OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => $"{Escaped(one.Key)}={Escaped(one.Value)}"));
        return HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text));
    }

    // As forms are (WHATWG URL, application/x-www-form-urlencoded), but for the blank.
    private static string Escaped(string text) => Uri.EscapeDataString(text).Replace("~", "%7E", StringComparison.Ordinal).Replace("%2A", "*", StringComparison.Ordinal);
}
