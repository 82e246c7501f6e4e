using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SoraFunctions.Api.Bodies;
using SoraFunctions.Api.Errors;
using SoraFunctions.Commerce.Shopify.Deliveries;
using SoraFunctions.Commerce.Signatures;
using SoraFunctions.Pipeline.Shops;
using SoraFunctions.Pipeline.Shops.Deliveries;

namespace SoraFunctions.Api.Shopify;

/// <summary><c>POST /v1/shopify/webhooks</c>: verified, stored, answered. Who signs is believed, so there is no key.</summary>
internal static class DeliveryRoutes
{
    /// <summary>Products with 2,048 variants are about half as large.</summary>
    private const long LargestBody = 8L * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/v1/shopify/webhooks", Hear);

    private static async Task<IResult> Hear(HttpContext http, DeliveryIntake intake, ShopifyOptions options, CancellationToken cancellation)
    {
        ShopifyApp.Check(http.RequestServices);
        var body = await BodyReader.Read(http.Request, LargestBody, cancellation);
        string? Header(string name) => http.Request.Headers.TryGetValue(name, out var values) ? values.ToString() : null;
        if (!ShopifySignature.Holds(Header("shopify-hmac-sha256") ?? Header("X-Shopify-Hmac-Sha256"), body.Span, options.Secrets))
        {
            throw new ApiException(
                StatusCodes.Status401Unauthorized,
                new ApiError("The body is not signed with the secret of this app.", "authentication_error", "X-Shopify-Hmac-Sha256", "invalid_signature"));
        }

        var delivery = Read(Header);
        return await Accept(intake, delivery, body, cancellation) switch
        {
            DeliveryFate.UnknownShop => throw Refusals.NotFound(
                "X-Shopify-Shop-Domain", $"The app is not installed in '{delivery.Shop}'.", "shop_not_found"),
            _ => TypedResults.Ok(),
        };
    }

    private static ShopifyDelivery Read(Func<string, string?> header)
    {
        try
        {
            var delivery = ShopifyDelivery.Read(header);
            return ShopifyTopics.All.Contains(delivery.Topic)
                ? delivery
                : throw Refusals.NotFound("X-Shopify-Topic", $"The topic '{delivery.Topic}' is not taken. Taken are {string.Join(", ", ShopifyTopics.All)}.", "topic_not_taken");
        }
        catch (FormatException fault)
        {
            throw Refusals.Invalid(null, $"{char.ToUpperInvariant(fault.Message[0])}{fault.Message[1..]}.", "invalid_header");
        }
    }

    private static async Task<DeliveryFate> Accept(DeliveryIntake intake, ShopifyDelivery delivery, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        try
        {
            return await intake.Accept(delivery, body, cancellation);
        }
        catch (JsonException)
        {
            throw Refusals.Invalid(null, $"The body is no JSON such as Shopify sends for {delivery.Topic}.", "invalid_json");
        }
    }
}
