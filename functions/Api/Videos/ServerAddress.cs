using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SoraFunctions.Api.Videos;

internal static class ServerAddress
{
    /// <summary>Where the world reaches this server, without a slash at its end.</summary>
    public static string Server(this HttpContext http) =>
        http.RequestServices.GetRequiredService<ApiOptions>().PublicUrl?.ToString().TrimEnd('/')
        ?? $"{http.Request.Scheme}://{http.Request.Host}";
}
