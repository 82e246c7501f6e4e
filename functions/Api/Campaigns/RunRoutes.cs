using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Errors;
using SoraFunctions.Api.Json;
using SoraFunctions.Api.Posting;
using SoraFunctions.Api.Videos;
using SoraFunctions.Pipeline.Campaigns;
using SoraFunctions.Pipeline.Campaigns.Deliveries;
using SoraFunctions.Pipeline.Campaigns.Runs;
using SoraFunctions.Pipeline.Campaigns.Wire;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Api.Campaigns;

/// <summary><c>/v1/campaigns/{id}/runs</c>.</summary>
internal static class RunRoutes
{
    private const int MostCells = 1000;
    private const int UsualCells = 100;
    private const Scope _looking = Scope.Campaign | Scope.Read | Scope.Review;

    public static void Map(IEndpointRouteBuilder campaigns)
    {
        var runs = campaigns.MapGroup("/{id}/runs");
        runs.MapPost("", http => Bodyless.Handle(http, Begin));
        runs.MapGet("", List).Needs(_looking);
        runs.MapGet("/{run}", async (string id, string run, HttpContext http, CampaignShelf shelf, CancellationToken cancellation) =>
            TypedResults.Json(await shelf.Shown(await shelf.Run(http.Tenant(), id, run, cancellation), cancellation), ApiJson.Default.RunObject)).Needs(_looking);
        runs.MapGet("/{run}/cells", Cells).Needs(_looking);
        runs.MapGet("/{run}/manifest", Manifest).Needs(_looking);
        runs.MapGet("/{run}/export", Export).Needs(_looking);
        runs.MapPost("/{run}/pause", http => Bodyless.Handle(http, Pause));
        runs.MapPost("/{run}/resume", http => Bodyless.Handle(http, Resume));
        runs.MapPost("/{run}/cancel", http => Bodyless.Handle(http, Cancel));
        runs.MapPost("/{run}/approve", http => Bodyless.Handle(http, Approve)).Needs(Scope.Campaign | Scope.Review);
    }

    private static async Task<Answer> Begin(PostCall call, CancellationToken cancellation)
    {
        var campaign = await call.Service<CampaignShelf>().Get(call.Tenant, call.RouteId(), cancellation);
        var now = call.Service<TimeProvider>().GetUtcNow();
        var wish = await call.Service<CampaignDesk>().Wish(campaign, cancellation);
        if (campaign.PausedAt is not null || wish.EndsAt <= now)
        {
            throw Refusals.Conflict("campaign_id", "The campaign is paused or has ended; no run of it begins.", "campaign_not_active");
        }

        // With an Idempotency-Key this is the time at which it was first seen: asked again, the same run.
        var run = await call.Service<RunBook>().Begin(campaign, wish, call.Ids.At, 0, cancellation);
        return await Shown(call, run, cancellation);
    }

    private static async Task<IResult> List(string id, HttpContext http, CampaignShelf shelf, CancellationToken cancellation)
    {
        var query = ListQuery.Of(http.Request);
        var found = new List<RunObject>();
        foreach (var run in await shelf.Runs(await shelf.Get(http.Tenant(), id, cancellation), query, cancellation))
        {
            found.Add(await shelf.Shown(run, cancellation));
        }

        return TypedResults.Json(ObjectList<RunObject>.Page(found, query.Limit, run => run.Id), ApiJson.Default.ObjectListRunObject);
    }

    private static async Task<IResult> Cells(string id, string run, HttpContext http, CampaignShelf shelf, CancellationToken cancellation)
    {
        var query = http.Request.Query;
        var found = await shelf.Run(http.Tenant(), id, run, cancellation);
        return TypedResults.Json(
            await shelf.Cells(found, Number(query, "after", -1, int.MaxValue), Number(query, "limit", UsualCells, MostCells), query["status"].FirstOrDefault(), cancellation),
            ApiJson.Default.CellListObject);
    }

    private static async Task<IResult> Manifest(string id, string run, HttpContext http, CampaignShelf shelf, IBlobStore blobs, CancellationToken cancellation)
    {
        var (found, manifest) = await Ended(id, run, http, shelf, cancellation);
        return TypedResults.Stream(await new TenantBlobs(blobs, found.TenantId).Open(manifest, cancellation), "application/json");
    }

    private static async Task Export(string id, string run, HttpContext http, CampaignShelf shelf, RunExport export, CancellationToken cancellation)
    {
        var (found, _) = await Ended(id, run, http, shelf, cancellation);
        if (http.Features.Get<IHttpBodyControlFeature>() is { } body)
        {
            // The archive writes the few bytes behind each entry when that is closed, and knows no other way.
            body.AllowSynchronousIO = true;
        }

        http.Response.ContentType = "application/zip";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{found.Id}.zip\"";
        await export.Write(found, http.Response.Body, cancellation);
    }

    private static async Task<(CampaignRunRow Run, BlobRef Manifest)> Ended(
        string id, string run, HttpContext http, CampaignShelf shelf, CancellationToken cancellation)
    {
        var found = await shelf.Run(http.Tenant(), id, run, cancellation);
        return found.Manifest is { } manifest
            ? (found, RunFile.Of(manifest))
            : throw Refusals.Conflict("run_id", $"The run '{run}' has not ended: there is nothing to fetch yet.", "campaign_run_not_ended");
    }

    private static Task<Answer> Pause(PostCall call, CancellationToken cancellation) =>
        Change(call, "paused", (book, run) => book.Pause(run, cancellation), cancellation);

    private static Task<Answer> Resume(PostCall call, CancellationToken cancellation) =>
        Change(call, "resumed", (book, run) => book.Resume(run, cancellation), cancellation);

    private static Task<Answer> Cancel(PostCall call, CancellationToken cancellation) =>
        Change(call, "cancelled", (book, run) => book.Cancel(run, cancellation), cancellation);

    private static async Task<Answer> Change(PostCall call, string word, Func<RunBook, CampaignRunRow, Task<bool>> change, CancellationToken cancellation)
    {
        var run = await Run(call, cancellation);
        return await change(call.Service<RunBook>(), run)
            ? await Shown(call, run, cancellation)
            : throw Refusals.Conflict("run_id", $"The run '{run.Id}' can't be {word} where it stands.", "campaign_run_state");
    }

    private static async Task<Answer> Approve(PostCall call, CancellationToken cancellation)
    {
        var wish = StrictJson.Read<ApprovalWish>(call.Fields());
        if (wish.Cells is { Count: 0 or > MostCells })
        {
            throw Refusals.Invalid("cells", $"cells must have 1 to {MostCells} numbers.");
        }

        var run = await Run(call, cancellation);
        if (run.State > RunState.Cancelling)
        {
            throw Refusals.Conflict("run_id", $"The run '{run.Id}' has ended; nothing of it waits for approval.", "campaign_run_state");
        }

        await call.Service<RunBook>().Decide(run, wish.Cells, wish.Approved ?? true, cancellation);
        return await Shown(call, await Run(call, cancellation), cancellation);
    }

    private static Task<CampaignRunRow> Run(PostCall call, CancellationToken cancellation) =>
        call.Service<CampaignShelf>().Run(call.Tenant, call.RouteId(), (string)call.Http.GetRouteValue("run")!, cancellation);

    private static async Task<Answer> Shown(PostCall call, CampaignRunRow run, CancellationToken cancellation) =>
        Answer.Of(await call.Service<CampaignShelf>().Shown(run, cancellation), ApiJson.Default.RunObject);

    private static int Number(IQueryCollection query, string name, int usual, int most) =>
        !query.TryGetValue(name, out var text) ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number
        : throw Refusals.Invalid(name, $"{name} must be a whole number from 0 to {most}.");
}
