using System.Net;
using Microsoft.AspNetCore.Http;
using SoraFunctions.Commerce.Visits;

namespace SoraFunctions.Api.Links;

internal static class Visits
{
    /// <summary>Who makes a request, as far as it says so itself.</summary>
    public static Visit Visit(this HttpRequest request) => new(
        request.Headers.UserAgent.ToString(), request.Method, Header(request, "Sec-Purpose") ?? Header(request, "Purpose") ?? Header(request, "X-Moz"));

    /// <summary>What tells the visitors of a day apart, and nothing more.</summary>
    public static string Visitor(this HttpRequest request, byte[] salt, DateTimeOffset now) => VisitorHash.Of(
        salt,
        DateOnly.FromDateTime(now.UtcDateTime),
        request.HttpContext.Connection.RemoteIpAddress ?? IPAddress.None,
        request.Headers.UserAgent.ToString());

    private static string? Header(HttpRequest request, string name) =>
        request.Headers.TryGetValue(name, out var value) ? value.ToString() : null;
}
