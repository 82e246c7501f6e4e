using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Errors;
using SoraFunctions.Api.Json;
using SoraFunctions.Api.Posting;
using SoraFunctions.Api.Retention;
using SoraFunctions.Api.Videos;
using SoraFunctions.Pipeline.Campaigns;
using SoraFunctions.Pipeline.Campaigns.Forecasts;
using SoraFunctions.Pipeline.Campaigns.Learning;
using SoraFunctions.Pipeline.Campaigns.Wire;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Retention;

namespace SoraFunctions.Api.Campaigns;

/// <summary><c>/v1/campaigns</c>.</summary>
internal static class CampaignRoutes
{
    private const Scope _looking = Scope.Campaign | Scope.Read;

    public static void Map(IEndpointRouteBuilder api)
    {
        var campaigns = api.MapGroup("/campaigns").Needs(Scope.Campaign);
        campaigns.MapPost("", http => Post.Handle(http, Create));
        campaigns.MapGet("", List).Needs(_looking);
        campaigns.MapPost("/dry_run", http => Post.Handle(http, DryRun));
        campaigns.MapGet("/{id}", Retrieve).Needs(_looking);
        campaigns.MapPost("/{id}", http => Post.Handle(http, Update));
        campaigns.MapDelete("/{id}", Delete);
        campaigns.MapPost("/{id}/dry_run", http => Bodyless.Handle(http, DryRunOf));
        campaigns.MapPost("/{id}/pause", http => Bodyless.Handle(http, Pause));
        campaigns.MapPost("/{id}/resume", http => Bodyless.Handle(http, Resume));
        campaigns.MapGet("/{id}/learning", Learning).Needs(_looking);
        RunRoutes.Map(campaigns);
    }

    private static async Task<Answer> Create(PostCall call, CancellationToken cancellation)
    {
        var wish = StrictJson.Read<CampaignWish>(call.Fields());
        var row = await call.Service<CampaignDesk>().Create(call.Tenant, call.Ids.Next("camp"), wish, cancellation);
        return Answer.Of(CampaignObject.Of(row, wish, Now(call)), ApiJson.Default.CampaignObject);
    }

    private static async Task<Answer> Update(PostCall call, CancellationToken cancellation)
    {
        var wish = StrictJson.Read<CampaignWish>(call.Fields());
        var row = await call.Service<CampaignShelf>().Get(call.Tenant, call.RouteId(), cancellation);
        await call.Service<CampaignDesk>().Update(row, wish, cancellation);
        return Answer.Of(CampaignObject.Of(row, wish, Now(call)), ApiJson.Default.CampaignObject);
    }

    private static Task<Answer> Pause(PostCall call, CancellationToken cancellation) =>
        Change(call, (desk, row) => desk.Pause(row, cancellation), cancellation);

    private static Task<Answer> Resume(PostCall call, CancellationToken cancellation) =>
        Change(call, (desk, row) => desk.Resume(row, cancellation), cancellation);

    private static async Task<Answer> Change(PostCall call, Func<CampaignDesk, CampaignRow, Task> change, CancellationToken cancellation)
    {
        var row = await call.Service<CampaignShelf>().Get(call.Tenant, call.RouteId(), cancellation);
        var desk = call.Service<CampaignDesk>();
        await change(desk, row);
        return Answer.Of(CampaignObject.Of(row, await desk.Wish(row, cancellation), Now(call)), ApiJson.Default.CampaignObject);
    }

    private static async Task<Answer> DryRun(PostCall call, CancellationToken cancellation)
    {
        var wish = StrictJson.Read<CampaignWish>(call.Fields());
        var desk = call.Service<CampaignDesk>();
        await desk.Check(call.Tenant, wish, cancellation);
        desk.CheckTimes(wish);
        return Answer.Of(ForecastObject.Of(await call.Service<Forecaster>().Of(call.Tenant, null, wish, cancellation)), ApiJson.Default.ForecastObject);
    }

    private static async Task<Answer> DryRunOf(PostCall call, CancellationToken cancellation)
    {
        var row = await call.Service<CampaignShelf>().Get(call.Tenant, call.RouteId(), cancellation);
        var wish = await call.Service<CampaignDesk>().Wish(row, cancellation);
        return Answer.Of(ForecastObject.Of(await call.Service<Forecaster>().Of(call.Tenant, row, wish, cancellation)), ApiJson.Default.ForecastObject);
    }

    private static async Task<IResult> List(HttpContext http, CampaignShelf shelf, CampaignDesk desk, TimeProvider time, CancellationToken cancellation)
    {
        var query = ListQuery.Of(http.Request);
        var found = new List<CampaignObject>();
        foreach (var row in await shelf.List(http.Tenant(), query, cancellation))
        {
            found.Add(CampaignObject.Of(row, await desk.Wish(row, cancellation), time.GetUtcNow()));
        }

        return TypedResults.Json(ObjectList<CampaignObject>.Page(found, query.Limit, campaign => campaign.Id), ApiJson.Default.ObjectListCampaignObject);
    }

    private static async Task<IResult> Retrieve(string id, HttpContext http, CampaignShelf shelf, CampaignDesk desk, TimeProvider time, CancellationToken cancellation)
    {
        var row = await shelf.Get(http.Tenant(), id, cancellation);
        return TypedResults.Json(CampaignObject.Of(row, await desk.Wish(row, cancellation), time.GetUtcNow()), ApiJson.Default.CampaignObject);
    }

    private static async Task<IResult> Delete(
        string id, HttpContext http, CampaignShelf shelf, CampaignDesk desk, LegalHolds holds, CancellationToken cancellation)
    {
        var campaign = await shelf.Get(http.Tenant(), id, cancellation);
        HoldRule.Check("campaign_id", await holds.OfCampaign(campaign.TenantId, id, cancellation));
        return await desk.Remove(campaign, cancellation)
            ? TypedResults.Json(new DeletedObject(id, "campaign.deleted"), ApiJson.Default.DeletedObject)
            : throw Refusals.Conflict("campaign_id", "A run of the campaign is being given up. Ask again when it has ended.", "campaign_running");
    }

    private static async Task<IResult> Learning(
        string id, HttpContext http, CampaignShelf shelf, CampaignDesk desk, CampaignLearning learning, CancellationToken cancellation)
    {
        var row = await shelf.Get(http.Tenant(), id, cancellation);
        var report = await learning.Report(row.TenantId, row.Id, await desk.Wish(row, cancellation), cancellation);
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Json(LearningObject.Of(report), ApiJson.Default.LearningObject);
    }

    private static DateTimeOffset Now(PostCall call) => call.Service<TimeProvider>().GetUtcNow();
}
