using System.Net;
using System.Net.Sockets;

namespace SoraFunctions.Pipeline.Outbound;

/// <summary>Which addresses a caller may send this service to: those of the public internet, and no others.</summary>
public static class AddressRules
{
    /// <summary>What is not public, after the IANA special-purpose address registries (RFC 6890).</summary>
    private static readonly IPNetwork[] _special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
            "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
            "224.0.0.0/4", "240.0.0.0/4", "168.63.129.16/32",
            "::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16",
            "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork _nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork _sixToFour = IPNetwork.Parse("2002::/16");

    /// <summary>Whether the address is public; one that wraps an IPv4 address is judged by that.</summary>
    /// <param name="address">IPv4 or IPv6.</param>
    public static bool IsPublic(IPAddress address)
    {
        var plain = Unwrap(address);
        return !_special.Any(network => network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain));
    }

    private static IPAddress Unwrap(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        var bytes = address.GetAddressBytes();
        return _nat64.Contains(address) ? new IPAddress(bytes[12..])
            : _sixToFour.Contains(address) ? new IPAddress(bytes[2..6])
            : address;
    }
}
