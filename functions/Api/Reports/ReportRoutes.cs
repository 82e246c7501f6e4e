using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Errors;
using SoraFunctions.Api.Json;
using SoraFunctions.Api.Posting;
using SoraFunctions.Api.Videos;
using SoraFunctions.Commerce.Prices;
using SoraFunctions.Commerce.Reports;
using SoraFunctions.Pipeline.Reports;
using SoraFunctions.Pipeline.Reports.Wire;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Sales.Wire;

namespace SoraFunctions.Api.Reports;

/// <summary><c>/v1/reports</c>, and <c>/v1/ad_spends</c>, what was paid to have videos shown.</summary>
internal static class ReportRoutes
{
    private const int MostRates = 200;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/reports", Report).Needs(Scope.Read | Scope.Campaign);
        api.MapPost("/ad_spends", http => Post.Handle(http, Spend)).Needs(Scope.Campaign);
    }

    private static async Task<IResult> Report(HttpContext http, FigureSource source, TimeProvider time, CancellationToken cancellation)
    {
        var query = http.Request.Query;
        var by = Word(query, "by") ?? EnumWord.Of(ReportDimension.Video);
        var dimension = EnumWord.Read<ReportDimension>("by", by);
        var span = ReportSpan.Read(Word(query, "from"), Word(query, "to"), time.GetUtcNow());
        var rates = Rates(query, span.To);
        var format = Word(query, "format") ?? "json";
        if (format is not ("json" or "csv"))
        {
            throw Refusals.Invalid("format", "format must be json or csv.");
        }

        var (figures, unbooked) = await source.Of(http.Tenant(), span, cancellation);
        var report = PerformanceReport.Of(figures, dimension, rates);
        http.Response.Headers.CacheControl = "private, no-store";
        if (format == "json")
        {
            return TypedResults.Json(
                ReportObject.Of(report, by, span, unbooked.Select(refund => WireMoney.Of(refund.Amount))), ApiJson.Default.ReportObject);
        }

        http.Response.Headers.ContentDisposition = $"attachment; filename=\"report-{by}-{span.FirstDay}-{span.LastDay}.csv\"";
        return TypedResults.Text(report.ToCsv(), "text/csv; charset=utf-8");
    }

    private static async Task<Answer> Spend(PostCall call, CancellationToken cancellation)
    {
        var wish = StrictJson.Read<AdSpendWish>(call.Fields());
        await call.Service<VideoShelf>().Get(call.Tenant, wish.VideoId, cancellation);
        var row = await call.Service<AdSpends>().Book(call.Tenant, call.Ids.Next("spend"), wish, cancellation);
        return Answer.Of(
            new AdSpendObject(row.Id, "ad_spend", row.VideoId, row.Channel, row.Day, WireMoney.Of(Money.FromMinorUnits(row.MinorUnits, row.Currency))),
            ApiJson.Default.AdSpendObject);
    }

    private static DatedRates Rates(IQueryCollection query, DateOnly day)
    {
        var currency = Code("currency", Word(query, "currency") ?? "USD");
        var said = query["rate"];
        if (said.Count > MostRates)
        {
            throw Refusals.Invalid("rate", $"There may be at most {MostRates} rates.");
        }

        var rates = new Dictionary<string, decimal>();
        foreach (var text in said)
        {
            if (text?.Split(':') is not [var other, var worth]
                || !decimal.TryParse(worth, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) || rate is <= 0 or > 1_000_000)
            {
                throw Refusals.Invalid("rate", "rate must be a currency and how much of the report's currency one unit of it is worth, over 0 to 1,000,000, such as EUR:1.08.");
            }

            rates[Code("rate", other)] = rate;
        }

        return new DatedRates(day, currency, rates);
    }

    private static string Code(string field, string text)
    {
        try
        {
            return Currency.Normalise(text);
        }
        catch (FormatException fault)
        {
            throw Refusals.Invalid(field, $"{field}: {fault.Message}.");
        }
    }

    private static string? Word(IQueryCollection query, string name) =>
        query.TryGetValue(name, out var value) && value.ToString() is { Length: > 0 } word ? word : null;
}
