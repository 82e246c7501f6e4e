using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace SoraFunctions.Azure.Http;

/// <summary>The routes that say where a file comes from, and give manifests back.</summary>
/// <param name="door">Answers them.</param>
public sealed class VerifyFunctions(HttpDoor door)
{
    /// <summary>Says where a file comes from.</summary>
    [Function("VerifyFile")]
    public Task<IResult> VerifyFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/verify")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>The page that does so for people.</summary>
    [Function("ShowVerifyPage")]
    public Task<IResult> ShowVerifyPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "verify")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Finds manifests by a soft binding.</summary>
    [Function("MatchByBinding")]
    public Task<IResult> MatchByBinding(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/matches/byBinding")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Finds manifests by a copy.</summary>
    [Function("MatchByContent")]
    public Task<IResult> MatchByContent(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/matches/byContent")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Gives a manifest.</summary>
    [Function("RetrieveManifest")]
    public Task<IResult> RetrieveManifest(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/manifests/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Lists the soft bindings that are known.</summary>
    [Function("ListSoftBindings")]
    public Task<IResult> ListSoftBindings(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/services/supportedAlgorithms")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);
}
