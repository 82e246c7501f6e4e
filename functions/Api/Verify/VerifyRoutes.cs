using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Pipeline.Verifications;
using SoraFunctions.Pipeline.Verifications.Wire;

namespace SoraFunctions.Api.Verify;

/// <summary><c>POST /v1/verify</c>, and the page for people at <c>/verify</c>. A deployment may open the first to callers without a key.</summary>
internal static class VerifyRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/v1/verify", Verify).WithMetadata(new NeedsKey(OrOpen: true)).Needs(Scopes.Viewing);
        app.MapGet("/verify", VerifyPage.Show);
    }

    private static async Task<IResult> Verify(
        HttpContext http, UploadReader uploads, VerifyLimiter limiter, VerificationDesk desk, ApiOptions options, CancellationToken cancellation)
    {
        var viewer = http.Viewer(options);
        using var turn = await limiter.Enter(http, cancellation);
        await using var upload = await uploads.Read(http.Request, cancellation);
        var found = await desk.Verify(upload.File, cancellation);
        var language = Languages.Of(http.Request);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentLanguage = language;
        return TypedResults.Json(VerificationObject.Of(found, viewer, language), VerificationJson.Default.VerificationObject);
    }
}
