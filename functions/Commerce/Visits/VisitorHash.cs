using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace SoraFunctions.Commerce.Visits;

/// <summary>
/// Tells the visitors of one day apart without keeping who they are. Nobody can go back from the hash to the address without the
/// salt, and hashes of two days never meet; throw the salt away and the rest is noise.
/// </summary>
public static class VisitorHash
{
    /// <summary>Bytes that a salt has at least.</summary>
    public const int ShortestSalt = 16;

    /// <summary>32 hex digits: HMAC-SHA-256 under the salt over day, network and user agent, cut to 128 bits.</summary>
    /// <param name="salt">Secret random bytes, at least <see cref="ShortestSalt"/>; best a new one each day.</param>
    /// <param name="day">The day in UTC.</param>
    /// <param name="address">Of the visitor; of IPv6 only the /64 network counts, since devices change the rest at will.</param>
    /// <param name="userAgent">Header <c>User-Agent</c>; empty when absent.</param>
    public static string Of(ReadOnlySpan<byte> salt, DateOnly day, IPAddress address, string userAgent)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(userAgent);
        if (salt.Length < ShortestSalt)
        {
            throw new ArgumentException($"the salt has {salt.Length} bytes; at least {ShortestSalt} are needed", nameof(salt));
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var network = plain.AddressFamily == AddressFamily.InterNetworkV6 ? plain.GetAddressBytes()[..8] : plain.GetAddressBytes();
        var text = Encoding.UTF8.GetBytes($"{day:yyyy-MM-dd}/{Convert.ToHexStringLower(network)}/{userAgent}");
        return Convert.ToHexStringLower(HMACSHA256.HashData(salt, text).AsSpan(0, 16));
    }
}
