using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace SoraFunctions.Azure.Http;

/// <summary>The routes of campaigns.</summary>
/// <param name="door">Answers them.</param>
public sealed class CampaignFunctions(HttpDoor door)
{
    /// <summary>Makes a campaign.</summary>
    [Function("CreateCampaign")]
    public Task<IResult> CreateCampaign(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/campaigns")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Lists campaigns.</summary>
    [Function("ListCampaigns")]
    public Task<IResult> ListCampaigns(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/campaigns")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Reckons what a campaign would make.</summary>
    [Function("DryRunCampaign")]
    public Task<IResult> DryRunCampaign(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/campaigns/dry_run")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Shows a campaign.</summary>
    [Function("RetrieveCampaign")]
    public Task<IResult> RetrieveCampaign(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/campaigns/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Changes a campaign.</summary>
    [Function("UpdateCampaign")]
    public Task<IResult> UpdateCampaign(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/campaigns/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Removes a campaign.</summary>
    [Function("DeleteCampaign")]
    public Task<IResult> DeleteCampaign(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "v1/campaigns/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Reckons what the next run would make.</summary>
    [Function("DryRunOfCampaign")]
    public Task<IResult> DryRunOfCampaign(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/campaigns/{id}/dry_run")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Holds a campaign.</summary>
    [Function("PauseCampaign")]
    public Task<IResult> PauseCampaign(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/campaigns/{id}/pause")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Lets a campaign go on.</summary>
    [Function("ResumeCampaign")]
    public Task<IResult> ResumeCampaign(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/campaigns/{id}/resume")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Says how variants compare.</summary>
    [Function("ReportLearning")]
    public Task<IResult> ReportLearning(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/campaigns/{id}/learning")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);
}
