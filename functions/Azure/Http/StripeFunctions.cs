using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace SoraFunctions.Azure.Http;

/// <summary>The routes of accounts at Stripe, and what Stripe tells.</summary>
/// <param name="door">Answers them.</param>
public sealed class StripeFunctions(HttpDoor door)
{
    /// <summary>Sets an account.</summary>
    [Function("SetStripe")]
    public Task<IResult> SetStripe(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/stripe")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Shows an account.</summary>
    [Function("ShowStripe")]
    public Task<IResult> ShowStripe(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/stripe")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Forgets an account.</summary>
    [Function("RemoveStripe")]
    public Task<IResult> RemoveStripe(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "v1/stripe")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Hears of sales.</summary>
    [Function("HearStripe")]
    public Task<IResult> HearStripe(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "webhooks/stripe/{tenant}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);
}
