using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace SoraFunctions.Azure.Http;

/// <summary>The routes of players.</summary>
/// <param name="door">Answers them.</param>
public sealed class PlayerFunctions(HttpDoor door)
{
    /// <summary>Counts what a player tells.</summary>
    [Function("CountPlay")]
    public Task<IResult> CountPlay(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "plays/{code}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);
}
