using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace SoraFunctions.Azure.Http;

/// <summary>The routes of selling through agents.</summary>
/// <param name="door">Answers them.</param>
public sealed class AgentFunctions(HttpDoor door)
{
    /// <summary>Begins selling through agents.</summary>
    [Function("SetAgents")]
    public Task<IResult> SetAgents(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/agents")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Shows how.</summary>
    [Function("ShowAgents")]
    public Task<IResult> ShowAgents(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/agents")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Ends it.</summary>
    [Function("RemoveAgents")]
    public Task<IResult> RemoveAgents(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "v1/agents")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Lists the orders of agents.</summary>
    [Function("ListAgentOrders")]
    public Task<IResult> ListAgentOrders(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/agents/orders")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Says what agents can do here.</summary>
    [Function("DiscoverAgents")]
    public Task<IResult> DiscoverAgents(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ".well-known/acp.json")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Gives the feed.</summary>
    [Function("ListAgentProducts")]
    public Task<IResult> ListAgentProducts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "acp/products")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Begins a checkout.</summary>
    [Function("CreateCheckout")]
    public Task<IResult> CreateCheckout(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "acp/checkout_sessions")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Shows a checkout.</summary>
    [Function("RetrieveCheckout")]
    public Task<IResult> RetrieveCheckout(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "acp/checkout_sessions/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Changes a checkout.</summary>
    [Function("UpdateCheckout")]
    public Task<IResult> UpdateCheckout(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "acp/checkout_sessions/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Pays a checkout.</summary>
    [Function("CompleteCheckout")]
    public Task<IResult> CompleteCheckout(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "acp/checkout_sessions/{id}/complete")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Gives a checkout up.</summary>
    [Function("CancelCheckout")]
    public Task<IResult> CancelCheckout(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "acp/checkout_sessions/{id}/cancel")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Begins a cart.</summary>
    [Function("CreateCart")]
    public Task<IResult> CreateCart(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "acp/carts")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Shows a cart.</summary>
    [Function("ShowCart")]
    public Task<IResult> ShowCart(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "acp/carts/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Puts other things into a cart.</summary>
    [Function("ReplaceCart")]
    public Task<IResult> ReplaceCart(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "acp/carts/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Removes a cart.</summary>
    [Function("CancelCart")]
    public Task<IResult> CancelCart(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "acp/carts/{id}/cancel")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Shows how many there are of what agents may buy.</summary>
    [Function("ShowAgentStock")]
    public Task<IResult> ShowAgentStock(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/agents/stock")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Sets how many there are.</summary>
    [Function("CountAgentStock")]
    public Task<IResult> CountAgentStock(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/agents/stock")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);
}
