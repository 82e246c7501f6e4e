using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace SoraFunctions.Azure.Http;

/// <summary>The routes of shows.</summary>
/// <param name="door">Answers them.</param>
public sealed class ShowFunctions(HttpDoor door)
{
    /// <summary>Begins a show.</summary>
    [Function("CreateShow")]
    public Task<IResult> CreateShow(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/shows")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Lists shows.</summary>
    [Function("ListShows")]
    public Task<IResult> ListShows(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/shows")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Shows a show.</summary>
    [Function("RetrieveShow")]
    public Task<IResult> RetrieveShow(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/shows/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Ends a show.</summary>
    [Function("DeleteShow")]
    public Task<IResult> DeleteShow(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "v1/shows/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Takes comments.</summary>
    [Function("CommentShow")]
    public Task<IResult> CommentShow(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/shows/{id}/comments")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);
}
