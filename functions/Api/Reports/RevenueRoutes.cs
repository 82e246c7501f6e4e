using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Json;
using SoraFunctions.Api.Posting;
using SoraFunctions.Commerce.Prices;
using SoraFunctions.Pipeline.Reports;
using SoraFunctions.Pipeline.Reports.Wire;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Sales.Wire;

namespace SoraFunctions.Api.Reports;

/// <summary><c>/v1/revenue</c>: revenue that is due to videos, divided among who has a share in it.</summary>
internal static class RevenueRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/revenue", Show).Needs(Scope.Read);
        api.MapGet("/revenue/shares", Shares).Needs(Scope.Read);
        api.MapPost("/revenue/shares", http => Post.Handle(http, Share)).Needs(Scope.Admin);
    }

    private static async Task<IResult> Show(HttpContext http, RevenueBook book, TimeProvider time, CancellationToken cancellation)
    {
        var query = http.Request.Query;
        var span = ReportSpan.Read(query["from"].FirstOrDefault(), query["to"].FirstOrDefault(), time.GetUtcNow());
        var entries = await book.Entries(http.Tenant(), span, cancellation);
        var balances = entries
            .SelectMany(entry => entry.Postings.Select(posting => (posting.Account, entry.Currency, posting.Units)))
            .GroupBy(one => (one.Account, one.Currency))
            .OrderBy(group => group.Key.Currency, StringComparer.Ordinal).ThenBy(group => group.Key.Account, StringComparer.Ordinal)
            .Select(group => new BalanceObject(group.Key.Account, WireMoney.Of(Money.FromMinorUnits(group.Sum(one => one.Units), group.Key.Currency))));
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Json(
            new RevenueObject(
                "revenue", span.From, span.To, [.. balances],
                [.. entries.Select(entry => new EntryObject(
                    entry.Id, entry.At.ToUnixTimeSeconds(),
                    [.. entry.Postings.Select(posting => new BalanceObject(posting.Account, WireMoney.Of(Money.FromMinorUnits(posting.Units, entry.Currency))))]))]),
            ApiJson.Default.RevenueObject);
    }

    private static async Task<IResult> Shares(HttpContext http, RevenueBook book, CancellationToken cancellation)
    {
        var shares = await book.Shares(http.Tenant(), cancellation);
        return TypedResults.Json(
            new ShareListObject("list", [.. shares.Select(one => ToWire(one.Since, one.Parties))]), ApiJson.Default.ShareListObject);
    }

    private static async Task<Answer> Share(PostCall call, CancellationToken cancellation)
    {
        var wish = StrictJson.Read<RevenueShareWish>(call.Fields());
        var since = await call.Service<RevenueBook>().Share(call.Tenant, wish.Parties, cancellation);
        return Answer.Of(ToWire(since, wish.Parties), ApiJson.Default.ShareObject);
    }

    private static ShareObject ToWire(DateTimeOffset since, IEnumerable<KeyValuePair<string, long>> parties) =>
        new("revenue_share", since.ToUnixTimeSeconds(), parties.ToDictionary());
}
