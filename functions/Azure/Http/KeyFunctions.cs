using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace SoraFunctions.Azure.Http;

/// <summary>The routes of API keys.</summary>
/// <param name="door">Answers them.</param>
public sealed class KeyFunctions(HttpDoor door)
{
    /// <summary>Makes a key.</summary>
    [Function("CreateApiKey")]
    public Task<IResult> CreateApiKey(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/api_keys")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Lists the keys.</summary>
    [Function("ListApiKeys")]
    public Task<IResult> ListApiKeys(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/api_keys")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Shows a key.</summary>
    [Function("RetrieveApiKey")]
    public Task<IResult> RetrieveApiKey(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/api_keys/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Rotates a key.</summary>
    [Function("RotateApiKey")]
    public Task<IResult> RotateApiKey(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/api_keys/{id}/rotate")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Revokes a key.</summary>
    [Function("RevokeApiKey")]
    public Task<IResult> RevokeApiKey(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "v1/api_keys/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);
}
