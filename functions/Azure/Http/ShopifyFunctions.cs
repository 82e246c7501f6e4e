using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace SoraFunctions.Azure.Http;

/// <summary>The routes of shops.</summary>
/// <param name="door">Answers them.</param>
public sealed class ShopifyFunctions(HttpDoor door)
{
    /// <summary>Hears a webhook of Shopify's.</summary>
    [Function("HearShopify")]
    public Task<IResult> HearShopify(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/shopify/webhooks")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Begins to install the app in a shop.</summary>
    [Function("BeginInstall")]
    public Task<IResult> BeginInstall(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/shopify/installs")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Takes a merchant who has allowed the app.</summary>
    [Function("FinishInstall")]
    public Task<IResult> FinishInstall(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/shopify/callback")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Lists shops.</summary>
    [Function("ListShops")]
    public Task<IResult> ListShops(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/shopify/shops")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Shows a shop.</summary>
    [Function("RetrieveShop")]
    public Task<IResult> RetrieveShop(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/shopify/shops/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Lists the products of a shop.</summary>
    [Function("ListShopProducts")]
    public Task<IResult> ListShopProducts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/shopify/shops/{id}/products")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Looks at every product of a shop.</summary>
    [Function("BackFillShop")]
    public Task<IResult> BackFillShop(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/shopify/shops/{id}/backfill")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Lists what is kept of buyers who asked.</summary>
    [Function("ListDataRequests")]
    public Task<IResult> ListDataRequests(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/shopify/data_requests")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Takes a merchant who opens the app from Shopify.</summary>
    [Function("OpenShopifyApp")]
    public Task<IResult> OpenShopifyApp(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/shopify/app")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);
}
