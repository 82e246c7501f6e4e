using Microsoft.AspNetCore.Http;
using SoraFunctions.Api.Posting;

namespace SoraFunctions.Api.Campaigns;

/// <summary>POSTs that say all by their path: a body may be left out.</summary>
internal static class Bodyless
{
    public static Task Handle(HttpContext http, Func<PostCall, CancellationToken, Task<Answer>> handler)
    {
        if (http.Request is { ContentType: null, ContentLength: null or 0 } request)
        {
            request.ContentType = "application/json";
            request.Body = new MemoryStream("{}"u8.ToArray(), writable: false);
        }

        return Post.Handle(http, handler);
    }
}
