using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SoraFunctions.Commerce.Signatures;

/// <summary>
/// A signature with its time: <c>t=UNIX,v1=HEX</c>, HMAC-SHA256 over <c>t.body</c>, keyed with the whole secret as text. Stripe signs so
/// (<c>Stripe-Signature</c>; docs.stripe.com, "Verify webhook signatures"), and the Agentic Commerce Protocol (<c>Merchant-Signature</c>;
/// its 2026-04-17 webhooks).
/// </summary>
public static class TimedSignature
{
    /// <summary>
    /// How far a signature's time may lie from the receiver's clock, to either side. Stripe's own library lets any time in the future pass; here
    /// such a signature would stay replayable until then, so it does not.
    /// </summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>More entries than that are not looked at: two secrets in rotation make two.</summary>
    private const int MostEntries = 16;

    /// <summary>Signs a body: one <c>v1</c> entry for each secret.</summary>
    /// <param name="body">Its bytes as they go over the wire.</param>
    /// <param name="time">When it is sent; whole seconds count.</param>
    /// <param name="secrets">One, or two while one replaces the other.</param>
    public static string Of(ReadOnlySpan<byte> body, DateTimeOffset time, params IReadOnlyList<string> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        ArgumentOutOfRangeException.ThrowIfZero(secrets.Count);
        var seconds = time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var header = new StringBuilder($"t={seconds}");
        foreach (var secret in secrets)
        {
            header.Append(",v1=").Append(Convert.ToHexStringLower(Mac(seconds, body, secret)));
        }

        return header.ToString();
    }

    /// <summary>Judges a signature. Takes as long for a wrong one as for a right one.</summary>
    /// <param name="signature">What the header says; null for none.</param>
    /// <param name="body">The body's bytes as they came.</param>
    /// <param name="secrets">Those that hold.</param>
    /// <param name="now">The receiver's clock.</param>
    public static SignatureVerdict Judge(string? signature, ReadOnlySpan<byte> body, IEnumerable<string> secrets, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        if (string.IsNullOrWhiteSpace(signature))
        {
            return SignatureVerdict.Missing;
        }

        string? seconds = null;
        List<byte[]> given = [];
        foreach (var entry in signature.Split(',', MostEntries, StringSplitOptions.TrimEntries))
        {
            switch (entry.Split('=', 2))
            {
                case ["t", var time]:
                    seconds ??= time;
                    break;
                case ["v1", { Length: 64 } hex] when hex.All(char.IsAsciiHexDigit):
                    given.Add(Convert.FromHexString(hex));
                    break;
            }
        }

        if (given.Count == 0 || !long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var unix))
        {
            return SignatureVerdict.Malformed;
        }

        var holds = false;
        foreach (var secret in secrets)
        {
            var right = Mac(seconds, body, secret);
            foreach (var one in given)
            {
                holds |= CryptographicOperations.FixedTimeEquals(one, right);
            }
        }

        // Only then: who can't sign learns nothing of this clock.
        return !holds ? SignatureVerdict.Wrong
            : Math.Abs(now.ToUnixTimeSeconds() - (decimal)unix) > (decimal)Tolerance.TotalSeconds ? SignatureVerdict.OutOfTime
            : SignatureVerdict.Valid;
    }

    private static byte[] Mac(string seconds, ReadOnlySpan<byte> body, string secret)
    {
        ArgumentException.ThrowIfNullOrEmpty(secret);
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        mac.AppendData(Encoding.ASCII.GetBytes(seconds + "."));
        mac.AppendData(body);
        return mac.GetHashAndReset();
    }
}
