using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Errors;
using SoraFunctions.Api.Json;
using SoraFunctions.Api.Posting;
using SoraFunctions.Api.Tenants;
using SoraFunctions.Api.Videos;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Retention;
using SoraFunctions.Pipeline.Tenants;

namespace SoraFunctions.Api.Retention;

/// <summary><c>/v1/tenant/hold</c>, while which nothing is removed, and <c>/v1/erasures</c>.</summary>
internal static class RetentionRoutes
{
    private const int LongestReason = 200;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/tenant/hold", http => Post.Handle(http, Hold)).Needs(Scope.Admin);
        api.MapDelete("/tenant/hold", LetGo).Needs(Scope.Admin);
        api.MapPost("/erasures", http => Post.Handle(http, Erase)).Needs(Scope.Admin);
    }

    private static async Task<Answer> Hold(PostCall call, CancellationToken cancellation)
    {
        var wish = StrictJson.Read<HoldWish>(call.Fields());
        if (wish.Reason.Trim().Length is 0 or > LongestReason)
        {
            throw Refusals.Invalid("reason", $"reason must have 1 to {LongestReason} characters.");
        }

        await call.Service<TenantDesk>().Hold(call.Tenant, wish.Reason.Trim(), cancellation);
        var shelf = call.Service<TenantShelf>();
        return Answer.Of(await shelf.Show(await shelf.Get(call.Tenant, cancellation), cancellation), ApiJson.Default.TenantObject);
    }

    private static async Task<IResult> LetGo(HttpContext http, TenantDesk desk, TenantShelf shelf, CancellationToken cancellation)
    {
        await desk.Hold(http.Tenant(), null, cancellation);
        return TypedResults.Json(await shelf.Show(await shelf.Get(http.Tenant(), cancellation), cancellation), ApiJson.Default.TenantObject);
    }

    private static async Task<Answer> Erase(PostCall call, CancellationToken cancellation)
    {
        var wish = StrictJson.Read<ErasureWish>(call.Fields());
        if ((wish.VideoId is null) == (wish.Everything is null))
        {
            throw Refusals.Invalid("video_id", "Exactly one of video_id and everything must be given.");
        }

        if (wish.Everything is { } named && named != call.Tenant)
        {
            throw Refusals.Invalid("everything", $"everything must be the id of this tenant: {call.Tenant}.");
        }

        await HoldRule.Check(call.Service<TenantDesk>(), call.Tenant, cancellation);
        if (wish.VideoId is { } id)
        {
            await call.Service<VideoShelf>().Get(call.Tenant, id, cancellation);
        }

        var eraser = call.Service<Eraser>();
        var hash = wish.VideoId is { } video ? await eraser.Video(call.Tenant, video, cancellation) : await eraser.Tenant(call.Tenant, cancellation);
        return Answer.Of(
            new ErasureObject("erasure", hash, call.Service<TimeProvider>().GetUtcNow().ToUnixTimeSeconds()), ApiJson.Default.ErasureObject);
    }
}
