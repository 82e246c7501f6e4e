using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace SoraFunctions.Azure.Http;

/// <summary>The routes that viewers and search engines follow.</summary>
/// <param name="door">Answers them.</param>
public sealed class LinkFunctions(HttpDoor door)
{
    /// <summary>Sends a visitor on.</summary>
    [Function("FollowLink")]
    public Task<IResult> FollowLink(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "l/{code}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Gives a file of a linked video.</summary>
    [Function("RetrieveMedia")]
    public Task<IResult> RetrieveMedia(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "media/{code}/{file}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);
}
