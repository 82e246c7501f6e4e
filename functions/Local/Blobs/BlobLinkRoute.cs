using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Local.Blobs;

/// <summary>Answers the links that <see cref="FolderBlobStore"/> gives out, as a storage account answers its own.</summary>
internal static class BlobLinkRoute
{
    /// <summary>Adds <c>/blobs/{path}</c>; a link that is none of ours, or has ended, is answered with 403.</summary>
    public static void Map(IEndpointRouteBuilder app, BlobLinkOptions links) => app.MapMethods(
        $"/{SignedLinks.Prefix}/{{**path}}",
        ["GET", "HEAD"],
        async (string path, HttpContext http, FolderBlobStore blobs, TimeProvider time, CancellationToken cancellation) =>
        {
            var query = http.Request.Query;
            if (!SignedLinks.Verify(links.Secret, path, query["expires"], query["signature"], time.GetUtcNow()))
            {
                return Results.Text("This link is not valid, or not any longer.", statusCode: StatusCodes.Status403Forbidden);
            }

            http.Response.Headers.CacheControl = "private, no-store";
            return await blobs.Open(path, cancellation) is { } content
                ? Results.Stream(content, blobs.MediaType(path), enableRangeProcessing: true)
                : Results.NotFound();
        });
}
