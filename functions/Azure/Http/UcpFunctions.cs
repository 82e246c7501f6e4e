using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace SoraFunctions.Azure.Http;

/// <summary>The routes of the Universal Commerce Protocol.</summary>
/// <param name="door">Answers them.</param>
public sealed class UcpFunctions(HttpDoor door)
{
    /// <summary>Says what platforms can do here.</summary>
    [Function("DiscoverCatalog")]
    public Task<IResult> DiscoverCatalog(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ".well-known/ucp")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Searches the catalog.</summary>
    [Function("SearchCatalog")]
    public Task<IResult> SearchCatalog(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "ucp/catalog/search")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Looks products up.</summary>
    [Function("LookupCatalog")]
    public Task<IResult> LookupCatalog(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "ucp/catalog/lookup")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Shows a product.</summary>
    [Function("ShowCatalogProduct")]
    public Task<IResult> ShowCatalogProduct(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "ucp/catalog/product")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);
}
