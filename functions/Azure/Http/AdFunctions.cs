using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace SoraFunctions.Azure.Http;

/// <summary>The routes of ads, and of what they can be made with.</summary>
/// <param name="door">Answers them.</param>
public sealed class AdFunctions(HttpDoor door)
{
    /// <summary>Orders an ad.</summary>
    [Function("CreateAd")]
    public Task<IResult> CreateAd(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/ads")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Lists the channels.</summary>
    [Function("ListChannels")]
    public Task<IResult> ListChannels(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/channels")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Lists the engines.</summary>
    [Function("ListModels")]
    public Task<IResult> ListModels(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/models")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Shows an engine.</summary>
    [Function("RetrieveModel")]
    public Task<IResult> RetrieveModel(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/models/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);
}
