using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Errors;
using SoraFunctions.Api.Json;
using SoraFunctions.Api.Posting;
using SoraFunctions.Api.Videos;
using SoraFunctions.Pipeline.Reports;
using SoraFunctions.Pipeline.Sales.Wire;
using SoraFunctions.Pipeline.Usage;

namespace SoraFunctions.Api.Usage;

/// <summary><c>/v1/usage</c>, what was used and what it cost, and <c>/v1/estimates</c>, what an order would cost.</summary>
internal static class UsageRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/usage", Show).Needs(Scope.Read | Scope.Campaign);
        api.MapPost("/estimates", http => Post.Handle(http, Estimate)).Needs(Scopes.Viewing);
    }

    private static async Task<IResult> Show(HttpContext http, UsageBook book, TimeProvider time, CancellationToken cancellation)
    {
        var query = http.Request.Query;
        var by = EnumWord.Read<UsageGroup>("by", query["by"].FirstOrDefault() ?? "day");
        var span = ReportSpan.Read(query["from"].FirstOrDefault(), query["to"].FirstOrDefault(), time.GetUtcNow());
        var usage = UsageObject.Of(by, span.From, span.To, await book.Sums(http.Tenant(), by, span.FirstDay, span.LastDay, cancellation));
        http.Response.Headers.CacheControl = "private, no-store";
        switch (query["format"].FirstOrDefault() ?? "json")
        {
            case "json":
                return TypedResults.Json(usage, ApiJson.Default.UsageObject);
            case "csv":
                http.Response.Headers.ContentDisposition = $"attachment; filename=usage-{span.FirstDay}-{span.LastDay}.csv";
                return TypedResults.Text(UsageCsv.Write(usage), UsageCsv.MediaType);
            default:
                throw Refusals.Invalid("format", "format must be json or csv.");
        }
    }

    private static async Task<Answer> Estimate(PostCall call, CancellationToken cancellation)
    {
        var order = await VideoPosts.ReadAd(call, cancellation);
        var estimate = await call.Service<UsageEstimates>().Of(call.Tenant, order.Request, cancellation);
        return Answer.Of(EstimateObject.Of(order.Model, estimate), ApiJson.Default.EstimateObject);
    }
}
