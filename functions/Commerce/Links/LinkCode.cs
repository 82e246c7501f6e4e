using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SoraFunctions.Commerce.Links;

/// <summary>
/// The short name of a tracked link: ten characters of Crockford's base 32 (digits and letters without i, l, o and u), lower case,
/// so that it can be read out, typed, put in a URL, and passed through Stripe, which drops anything but A-Z, a-z, 0-9, - and _.
/// </summary>
public static class LinkCode
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 10;

    /// <summary>
    /// The code of a video: the first 50 bits of a SHA-256, equal on every call. Among a million links two share a code with a chance of
    /// 1 in 2,000; then the later one takes the next attempt.
    /// </summary>
    /// <param name="tenant">Whose video.</param>
    /// <param name="videoId">Which video.</param>
    /// <param name="attempt">How many codes of this video turned out to be taken by others, 0 or more.</param>
    public static string Of(string tenant, string videoId, int attempt = 0)
    {
        ArgumentException.ThrowIfNullOrEmpty(tenant);
        ArgumentException.ThrowIfNullOrEmpty(videoId);
        ArgumentOutOfRangeException.ThrowIfNegative(attempt);

        // The length in front keeps ("ab", "c") and ("a", "bc") apart.
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{tenant.Length}:{tenant}/{videoId}/{attempt}"));
        var bits = BinaryPrimitives.ReadUInt64BigEndian(hash);
        return string.Create(Length, bits, static (text, bits) =>
        {
            for (var index = 0; index < Length; index++)
            {
                text[index] = Alphabet[(int)(bits >> (59 - (5 * index))) & 31];
            }
        });
    }

    /// <summary>
    /// The code that somebody typed: upper case, hyphens, and o, i, l for 0, 1, 1 are understood, as Crockford advises. Null when it is
    /// no code.
    /// </summary>
    /// <param name="typed">What stands after <c>/l/</c>.</param>
    public static string? Read(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        if (typed.Length > 2 * Length)
        {
            return null;
        }

        var code = new string([.. typed.ToLowerInvariant().Where(letter => letter != '-').Select(letter => letter switch
        {
            'o' => '0',
            'i' or 'l' => '1',
            var other => other,
        })]);
        return code.Length == Length && !code.AsSpan().ContainsAnyExcept(Alphabet) ? code : null;
    }
}
