using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Campaigns;
using SoraFunctions.Api.Errors;
using SoraFunctions.Api.Json;
using SoraFunctions.Api.Posting;
using SoraFunctions.Api.Usage;
using SoraFunctions.Api.Videos;
using SoraFunctions.Pipeline.Reports;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Rights;
using SoraFunctions.Pipeline.Rights.Wire;

namespace SoraFunctions.Api.Rights;

/// <summary><c>/v1/rights-holders</c>.</summary>
internal static class HolderRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var holders = api.MapGroup("/rights-holders").Needs(Scope.Admin);
        holders.MapPost("", http => Post.Handle(http, Enter));
        holders.MapGet("", List);
        holders.MapGet("/{id}", async (string id, HttpContext http, RightsShelf shelf, CancellationToken cancellation) =>
            TypedResults.Json(RightsHolderObject.Of(await shelf.Holder(http.Tenant(), id, cancellation)), ApiJson.Default.RightsHolderObject));
        holders.MapPost("/{id}", http => Post.Handle(http, Change));
        holders.MapDelete("/{id}", Remove);
        holders.MapPost("/{id}/confirm", http => Post.Handle(http, Confirm));
        holders.MapGet("/{id}/statements", Statement);
    }

    private static async Task<Answer> Enter(PostCall call, CancellationToken cancellation)
    {
        var wish = StrictJson.Read<HolderWish>(call.Fields());
        var caller = call.Service<RightsShelf>().CallerOf(call.Tenant);
        return Shown(RightsHolderObject.Of(await Looked(() => call.Service<HolderDesk>().Enter(caller, wish, call.Ids.Next, cancellation))));
    }

    private static async Task<IResult> List(HttpContext http, RightsShelf shelf, HolderDesk desk, CancellationToken cancellation)
    {
        var found = (await desk.List(shelf.CallerOf(http), cancellation)).Select(RightsHolderObject.Of).ToList();
        return TypedResults.Json(ObjectList<RightsHolderObject>.Page(found, found.Count, holder => holder.Id), ApiJson.Default.ObjectListRightsHolderObject);
    }

    private static async Task<Answer> Change(PostCall call, CancellationToken cancellation)
    {
        var wish = StrictJson.Read<HolderWish>(call.Fields());
        var shelf = call.Service<RightsShelf>();
        var row = await shelf.Listed(call.Tenant, call.RouteId(), cancellation);
        await Looked(async () =>
        {
            await call.Service<HolderDesk>().Change(shelf.CallerOf(call.Tenant), row, wish, call.Ids.Next, cancellation);
            return row;
        });
        return Shown(RightsHolderObject.Of(row));
    }

    private static async Task<Answer> Confirm(PostCall call, CancellationToken cancellation)
    {
        var wish = StrictJson.Read<ConfirmWish>(call.Fields());
        var shelf = call.Service<RightsShelf>();
        var row = await shelf.Listed(call.Tenant, call.RouteId(), cancellation);
        if (!shelf.CallerOf(call.Tenant).IsOperator)
        {
            throw Refusals.Operator("confirm what belongs to whom");
        }

        await call.Service<HolderDesk>().Confirm(shelf.CallerOf(call.Tenant), row, wish, cancellation);
        return Shown(RightsHolderObject.Of(row));
    }

    private static async Task<IResult> Remove(string id, HttpContext http, RightsShelf shelf, HolderDesk desk, CancellationToken cancellation)
    {
        await desk.Remove(shelf.CallerOf(http), await shelf.Holder(http.Tenant(), id, cancellation), cancellation);
        return TypedResults.Json(new DeletedObject(id, "rights_holder.deleted"), ApiJson.Default.DeletedObject);
    }

    private static async Task<IResult> Statement(
        string id, HttpContext http, RightsShelf shelf, RightsStatements statements, TimeProvider time, CancellationToken cancellation)
    {
        var holder = await shelf.Holder(http.Tenant(), id, cancellation);
        var query = http.Request.Query;
        var span = ReportSpan.Read(query["from"].FirstOrDefault(), query["to"].FirstOrDefault(), time.GetUtcNow());
        var statement = StatementObject.Of(holder.Id, span, await statements.Of(holder.Id, span, cancellation));
        http.Response.Headers.CacheControl = "private, no-store";
        switch (query["format"].FirstOrDefault() ?? "json")
        {
            case "json":
                return TypedResults.Json(statement, ApiJson.Default.StatementObject);
            case "csv":
                http.Response.Headers.ContentDisposition = $"attachment; filename=statement-{span.FirstDay}-{span.LastDay}.csv";
                return TypedResults.Text(StatementCsv.Write(statement), UsageCsv.MediaType);
            default:
                throw Refusals.Invalid("format", "format must be json or csv.");
        }
    }

    /// <summary>What needs a worker to look at pictures, which may be out of reach.</summary>
    private static async Task<T> Looked<T>(Func<Task<T>> act)
    {
        try
        {
            return await act();
        }
        catch (IOException busy)
        {
            throw Refusals.NoWorker(busy.Message);
        }
    }

    private static Answer Shown(RightsHolderObject holder) => Answer.Of(holder, ApiJson.Default.RightsHolderObject);
}
