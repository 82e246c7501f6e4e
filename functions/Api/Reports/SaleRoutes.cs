using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Json;
using SoraFunctions.Api.Posting;
using SoraFunctions.Commerce.Attribution;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Sales;
using SoraFunctions.Pipeline.Sales.Wire;

namespace SoraFunctions.Api.Reports;

/// <summary><c>/v1/sales</c>, what happened to orders in shops that this service does not know, and <c>/v1/attribution</c>, how they are ascribed.</summary>
internal static class SaleRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/sales", http => Post.Handle(http, Record)).Needs(Scope.Campaign);
        api.MapGet("/attribution", Show).Needs(Scope.Read);
        api.MapPost("/attribution", http => Post.Handle(http, Set)).Needs(Scope.Admin);
    }

    private static async Task<Answer> Record(PostCall call, CancellationToken cancellation)
    {
        var sale = StrictJson.Read<SaleWish>(call.Fields()).Read();
        var fresh = await call.Service<SaleRecorder>().Record(call.Tenant, sale, cancellation);
        return Answer.Of(new SaleObject(sale.Id, "sale_event", sale.Order, fresh), ApiJson.Default.SaleObject);
    }

    private static async Task<IResult> Show(HttpContext http, AttributionSettings settings, CancellationToken cancellation) =>
        TypedResults.Json(ToWire(await settings.Of(http.Tenant(), cancellation)), ApiJson.Default.AttributionObject);

    private static async Task<Answer> Set(PostCall call, CancellationToken cancellation)
    {
        var wish = StrictJson.Read<AttributionWish>(call.Fields());
        var settings = call.Service<AttributionSettings>();
        await settings.Set(call.Tenant, wish.WindowDays, EnumWord.Read<Touch>("touch", wish.Touch), cancellation);
        return Answer.Of(ToWire(await settings.Of(call.Tenant, cancellation)), ApiJson.Default.AttributionObject);
    }

    private static AttributionObject ToWire(AttributionRules rules) => new("attribution", (int)rules.Window.TotalDays, EnumWord.Of(rules.Touch));
}
