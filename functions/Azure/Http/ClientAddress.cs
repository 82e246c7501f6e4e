using System.Net;
using Microsoft.AspNetCore.Http;
using SoraFunctions.Pipeline.Outbound;

namespace SoraFunctions.Azure.Http;

/// <summary>
/// Where a request came from. The host and Azure's front end stand between, with private addresses; the front end appends whom it heard
/// to X-Forwarded-For, as address and port. What stands left of that is the caller's own word.
/// </summary>
internal static class ClientAddress
{
    /// <summary>The caller's address: the connection's when that is public, else the last one that was forwarded.</summary>
    public static IPAddress? Of(HttpContext http)
    {
        var peer = http.Connection.RemoteIpAddress;
        if (peer is not null && AddressRules.IsPublic(peer))
        {
            return peer;
        }

        var last = http.Request.Headers["X-Forwarded-For"].LastOrDefault()?.Split(',')[^1].Trim();
        return IPEndPoint.TryParse(last ?? "", out var forwarded) ? forwarded.Address : peer;
    }
}
