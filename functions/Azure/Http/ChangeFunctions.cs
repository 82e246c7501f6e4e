using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace SoraFunctions.Azure.Http;

/// <summary>The routes that make a video from another.</summary>
/// <param name="door">Answers them.</param>
public sealed class ChangeFunctions(HttpDoor door)
{
    /// <summary>Orders a changed video.</summary>
    [Function("RemixVideo")]
    public Task<IResult> RemixVideo(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/videos/{id}/remix")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Orders an edited video.</summary>
    [Function("EditVideo")]
    public Task<IResult> EditVideo(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/videos/edits")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Orders a longer video.</summary>
    [Function("ExtendVideo")]
    public Task<IResult> ExtendVideo(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/videos/extensions")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Makes a character.</summary>
    [Function("CreateCharacter")]
    public Task<IResult> CreateCharacter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/videos/characters")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Lists characters.</summary>
    [Function("ListCharacters")]
    public Task<IResult> ListCharacters(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/videos/characters")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Forgets a character.</summary>
    [Function("DeleteCharacter")]
    public Task<IResult> DeleteCharacter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "v1/videos/characters/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Shows a character.</summary>
    [Function("RetrieveCharacter")]
    public Task<IResult> RetrieveCharacter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/videos/characters/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);
}
