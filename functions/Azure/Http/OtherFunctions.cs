using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace SoraFunctions.Azure.Http;

/// <summary>Whatever has no route of its own gets the API's error object too.</summary>
/// <param name="door">Answers it.</param>
public sealed class OtherFunctions(HttpDoor door)
{
    /// <summary>Every other path, and every other method of a known one.</summary>
    [Function("Other")]
    public Task<IResult> Other(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);
}
