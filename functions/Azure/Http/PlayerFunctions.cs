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

    /// <summary>Gives the player element.</summary>
    [Function("RetrievePlayerScript")]
    public Task<IResult> RetrievePlayerScript(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "player.js")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>The page that plays a linked video.</summary>
    [Function("ShowPlayer")]
    public Task<IResult> ShowPlayer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "player/{code}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Tells the player element about a video.</summary>
    [Function("RetrievePlayerFacts")]
    public Task<IResult> RetrievePlayerFacts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "player/{code}/facts")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Gives a linked video as ad servers take it.</summary>
    [Function("RetrieveVast")]
    public Task<IResult> RetrieveVast(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "vast/{code}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Tells pages how to embed a linked video.</summary>
    [Function("RetrieveOEmbed")]
    public Task<IResult> RetrieveOEmbed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "oembed")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Lists linked videos for search engines.</summary>
    [Function("RetrieveSitemap")]
    public Task<IResult> RetrieveSitemap(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/sitemap")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Gives an advert around another server's.</summary>
    [Function("WrapAdvert")]
    public Task<IResult> WrapAdvert(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "vast/{code}/wrapper")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);
}
