using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace SoraFunctions.Azure.Http;

/// <summary>The routes of labels.</summary>
/// <param name="door">Answers them.</param>
public sealed class LabelFunctions(HttpDoor door)
{
    /// <summary>Lists the rules of markets and platforms.</summary>
    [Function("ListLabels")]
    public Task<IResult> ListLabels(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/labels")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Accepts the duty to label.</summary>
    [Function("AcceptLabelDuty")]
    public Task<IResult> AcceptLabelDuty(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/labels/duty")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);
}
