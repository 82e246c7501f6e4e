using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace SoraFunctions.Azure.Http;

/// <summary>The routes of the runs of campaigns.</summary>
/// <param name="door">Answers them.</param>
public sealed class CampaignRunFunctions(HttpDoor door)
{
    /// <summary>Begins a run.</summary>
    [Function("BeginCampaignRun")]
    public Task<IResult> BeginCampaignRun(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/campaigns/{id}/runs")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Lists runs.</summary>
    [Function("ListCampaignRuns")]
    public Task<IResult> ListCampaignRuns(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/campaigns/{id}/runs")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Shows a run.</summary>
    [Function("RetrieveCampaignRun")]
    public Task<IResult> RetrieveCampaignRun(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/campaigns/{id}/runs/{run}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Lists cells.</summary>
    [Function("ListCampaignCells")]
    public Task<IResult> ListCampaignCells(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/campaigns/{id}/runs/{run}/cells")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Gives the manifest of a run.</summary>
    [Function("CampaignManifest")]
    public Task<IResult> CampaignManifest(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/campaigns/{id}/runs/{run}/manifest")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Gives the videos of a run.</summary>
    [Function("ExportCampaignRun")]
    public Task<IResult> ExportCampaignRun(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/campaigns/{id}/runs/{run}/export")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Holds a run.</summary>
    [Function("PauseCampaignRun")]
    public Task<IResult> PauseCampaignRun(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/campaigns/{id}/runs/{run}/pause")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Lets a run go on.</summary>
    [Function("ResumeCampaignRun")]
    public Task<IResult> ResumeCampaignRun(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/campaigns/{id}/runs/{run}/resume")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Gives a run up.</summary>
    [Function("CancelCampaignRun")]
    public Task<IResult> CancelCampaignRun(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/campaigns/{id}/runs/{run}/cancel")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Approves videos.</summary>
    [Function("ApproveCampaignRun")]
    public Task<IResult> ApproveCampaignRun(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/campaigns/{id}/runs/{run}/approve")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);
}
