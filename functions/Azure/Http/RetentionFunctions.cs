using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace SoraFunctions.Azure.Http;

/// <summary>The routes of holding and erasing.</summary>
/// <param name="door">Answers them.</param>
public sealed class RetentionFunctions(HttpDoor door)
{
    /// <summary>Holds everything of a tenant.</summary>
    [Function("HoldTenant")]
    public Task<IResult> HoldTenant(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/tenant/hold")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Lets it go.</summary>
    [Function("LetTenantGo")]
    public Task<IResult> LetTenantGo(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "v1/tenant/hold")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Erases a video, or everything.</summary>
    [Function("Erase")]
    public Task<IResult> Erase(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/erasures")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Holds a video.</summary>
    [Function("HoldVideo")]
    public Task<IResult> HoldVideo(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/videos/{id}/hold")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Lets a video go.</summary>
    [Function("LetVideoGo")]
    public Task<IResult> LetVideoGo(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "v1/videos/{id}/hold")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Holds a campaign and its videos.</summary>
    [Function("HoldCampaign")]
    public Task<IResult> HoldCampaign(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/campaigns/{id}/hold")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Lets a campaign and its videos go.</summary>
    [Function("LetCampaignGo")]
    public Task<IResult> LetCampaignGo(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "v1/campaigns/{id}/hold")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);
}
