using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace SoraFunctions.Azure.Http;

/// <summary>The routes of what webhook endpoints were told.</summary>
/// <param name="door">Answers them.</param>
public sealed class WebhookDeliveryFunctions(HttpDoor door)
{
    /// <summary>Lists what an endpoint was told.</summary>
    [Function("ListWebhookDeliveries")]
    public Task<IResult> ListWebhookDeliveries(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/webhook_endpoints/{id}/deliveries")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Tells an event once more.</summary>
    [Function("ReplayWebhookDelivery")]
    public Task<IResult> ReplayWebhookDelivery(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/webhook_endpoints/{id}/deliveries/{delivery}/replay")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);
}
