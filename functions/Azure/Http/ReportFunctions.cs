using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace SoraFunctions.Azure.Http;

/// <summary>The routes of sales and reports.</summary>
/// <param name="door">Answers them.</param>
public sealed class ReportFunctions(HttpDoor door)
{
    /// <summary>Says what came of videos.</summary>
    [Function("Report")]
    public Task<IResult> Report(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/reports")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Books what was paid to have a video shown.</summary>
    [Function("BookAdSpend")]
    public Task<IResult> BookAdSpend(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/ad_spends")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Writes down what happened to an order.</summary>
    [Function("RecordSale")]
    public Task<IResult> RecordSale(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/sales")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Says how orders are ascribed.</summary>
    [Function("ShowAttribution")]
    public Task<IResult> ShowAttribution(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/attribution")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Sets how orders are ascribed.</summary>
    [Function("SetAttribution")]
    public Task<IResult> SetAttribution(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/attribution")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Divides revenue.</summary>
    [Function("ShowRevenue")]
    public Task<IResult> ShowRevenue(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/revenue")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Says who has a share in revenue.</summary>
    [Function("ListRevenueShares")]
    public Task<IResult> ListRevenueShares(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/revenue/shares")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Sets who has a share in revenue.</summary>
    [Function("SetRevenueShares")]
    public Task<IResult> SetRevenueShares(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/revenue/shares")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);
}
