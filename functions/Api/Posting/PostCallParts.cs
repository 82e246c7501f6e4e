using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Api.Posting;

/// <summary>What handlers take from a call.</summary>
internal static class PostCallParts
{
    public static T Service<T>(this PostCall call)
        where T : notnull => call.Http.RequestServices.GetRequiredService<T>();

    /// <summary>The caller's blobs.</summary>
    public static TenantBlobs Blobs(this PostCall call) => new(call.Service<IBlobStore>(), call.Tenant);

    /// <summary>The id in the path.</summary>
    public static string RouteId(this PostCall call) => (string)call.Http.GetRouteValue("id")!;

    /// <summary>The values of a body that has no files.</summary>
    public static JsonElement Fields(this PostCall call)
    {
        WireFiles.Expect(call.Body);
        return call.Body.Fields;
    }
}
