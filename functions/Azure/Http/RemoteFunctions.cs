using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace SoraFunctions.Azure.Http;

/// <summary>The routes of remotes.</summary>
/// <param name="door">Answers them.</param>
public sealed class RemoteFunctions(HttpDoor door)
{
    /// <summary>Sets a remote.</summary>
    [Function("SetRemote")]
    public Task<IResult> SetRemote(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/remotes")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Lists remotes.</summary>
    [Function("ListRemotes")]
    public Task<IResult> ListRemotes(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/remotes")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Shows a remote.</summary>
    [Function("RetrieveRemote")]
    public Task<IResult> RetrieveRemote(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/remotes/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Removes a remote.</summary>
    [Function("DeleteRemote")]
    public Task<IResult> DeleteRemote(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "v1/remotes/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);
}
