using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Campaigns;
using SoraFunctions.Api.Errors;
using SoraFunctions.Api.Json;
using SoraFunctions.Api.Posting;
using SoraFunctions.Api.Tenants;
using SoraFunctions.Api.Videos;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Retention;
using SoraFunctions.Pipeline.Tenants;

namespace SoraFunctions.Api.Retention;

/// <summary><c>/v1/tenant/hold</c> and those of videos and campaigns, while which nothing of them is removed, and <c>/v1/erasures</c>.</summary>
internal static class RetentionRoutes
{
    private const int LongestReason = 200;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/tenant/hold", http => Post.Handle(http, Hold)).Needs(Scope.Admin);
        api.MapDelete("/tenant/hold", LetGo).Needs(Scope.Admin);
        api.MapPost("/videos/{id}/hold", http => Post.Handle(http, HoldVideo)).Needs(Scope.Admin);
        api.MapDelete("/videos/{id}/hold", LetVideoGo).Needs(Scope.Admin);
        api.MapPost("/campaigns/{id}/hold", http => Post.Handle(http, HoldCampaign)).Needs(Scope.Admin);
        api.MapDelete("/campaigns/{id}/hold", LetCampaignGo).Needs(Scope.Admin);
        api.MapPost("/erasures", http => Post.Handle(http, Erase)).Needs(Scope.Admin);
    }

    private static async Task<Answer> Hold(PostCall call, CancellationToken cancellation)
    {
        await call.Service<TenantDesk>().Hold(call.Tenant, ReasonOf(call), cancellation);
        var shelf = call.Service<TenantShelf>();
        return Answer.Of(await shelf.Show(await shelf.Get(call.Tenant, cancellation), cancellation), ApiJson.Default.TenantObject);
    }

    private static async Task<IResult> LetGo(HttpContext http, TenantDesk desk, TenantShelf shelf, CancellationToken cancellation)
    {
        await desk.Hold(http.Tenant(), null, cancellation);
        return TypedResults.Json(await shelf.Show(await shelf.Get(http.Tenant(), cancellation), cancellation), ApiJson.Default.TenantObject);
    }

    private static async Task<Answer> HoldVideo(PostCall call, CancellationToken cancellation)
    {
        var reason = ReasonOf(call);
        var video = await call.Service<VideoShelf>().Get(call.Tenant, call.RouteId(), cancellation);
        await call.Service<LegalHolds>().Video(call.Tenant, video.Id, reason, cancellation);
        return Answer.Of(new HoldObject("hold", video.Id, true, reason), ApiJson.Default.HoldObject);
    }

    private static async Task<IResult> LetVideoGo(string id, HttpContext http, VideoShelf shelf, LegalHolds holds, CancellationToken cancellation)
    {
        await shelf.Get(http.Tenant(), id, cancellation);
        await holds.Video(http.Tenant(), id, null, cancellation);
        return TypedResults.Json(new HoldObject("hold", id, false, null), ApiJson.Default.HoldObject);
    }

    private static async Task<Answer> HoldCampaign(PostCall call, CancellationToken cancellation)
    {
        var reason = ReasonOf(call);
        var campaign = await call.Service<CampaignShelf>().Get(call.Tenant, call.RouteId(), cancellation);
        await call.Service<LegalHolds>().Campaign(call.Tenant, campaign.Id, reason, cancellation);
        return Answer.Of(new HoldObject("hold", campaign.Id, true, reason), ApiJson.Default.HoldObject);
    }

    private static async Task<IResult> LetCampaignGo(string id, HttpContext http, CampaignShelf shelf, LegalHolds holds, CancellationToken cancellation)
    {
        await shelf.Get(http.Tenant(), id, cancellation);
        await holds.Campaign(http.Tenant(), id, null, cancellation);
        return TypedResults.Json(new HoldObject("hold", id, false, null), ApiJson.Default.HoldObject);
    }

    private static string ReasonOf(PostCall call) => StrictJson.Read<HoldWish>(call.Fields()).Reason.Trim() is { Length: > 0 and <= LongestReason } reason
        ? reason
        : throw Refusals.Invalid("reason", $"reason must have 1 to {LongestReason} characters.");

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

        var holds = call.Service<LegalHolds>();
        if (wish.VideoId is { } id)
        {
            await call.Service<VideoShelf>().Get(call.Tenant, id, cancellation);
            HoldRule.Check("video_id", await holds.OfVideo(call.Tenant, id, cancellation));
        }
        else
        {
            HoldRule.Check("everything", await holds.OfAnything(call.Tenant, cancellation));
        }

        var eraser = call.Service<Eraser>();
        var hash = wish.VideoId is { } video ? await eraser.Video(call.Tenant, video, cancellation) : await eraser.Tenant(call.Tenant, cancellation);
        return Answer.Of(
            new ErasureObject("erasure", hash, call.Service<TimeProvider>().GetUtcNow().ToUnixTimeSeconds()), ApiJson.Default.ErasureObject);
    }
}
