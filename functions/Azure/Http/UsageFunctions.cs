using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace SoraFunctions.Azure.Http;

/// <summary>The routes of what is used.</summary>
/// <param name="door">Answers them.</param>
public sealed class UsageFunctions(HttpDoor door)
{
    /// <summary>Sums up what was used.</summary>
    [Function("ShowUsage")]
    public Task<IResult> ShowUsage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/usage")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Says what an order would take.</summary>
    [Function("EstimateAd")]
    public Task<IResult> EstimateAd(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/estimates")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);
}
