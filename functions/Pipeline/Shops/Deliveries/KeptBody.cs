using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SoraFunctions.Commerce.Shopify;
using SoraFunctions.Commerce.Shopify.Deliveries;
using SoraFunctions.Commerce.Shopify.Orders;
using SoraFunctions.Commerce.Shopify.Products;

namespace SoraFunctions.Pipeline.Shops.Deliveries;

/// <summary>What is kept of the body of a delivery until it is handled: what is used of it. Names and addresses of buyers never reach a disk.</summary>
public static class KeptBody
{
    /// <summary>Reads a body down to what is used. Fails with <see cref="JsonException"/> when it can't be read, with <see cref="ArgumentException"/> for a topic that is not taken.</summary>
    /// <param name="topic">One of <see cref="ShopifyTopics.All"/>.</param>
    /// <param name="body">JSON.</param>
    public static string Of(string topic, ReadOnlySpan<byte> body) => topic switch
    {
        ShopifyTopics.ProductCreated or ShopifyTopics.ProductUpdated => Write(Read(body, ShopifyJson.Default.ShopifyProduct), ShopifyJson.Default.ShopifyProduct),
        ShopifyTopics.OrderCreated or ShopifyTopics.OrderPaid => Write(Read(body, ShopifyJson.Default.ShopifyOrder).WithoutPerson(), ShopifyJson.Default.ShopifyOrder),
        ShopifyTopics.RefundCreated => Write(Read(body, ShopifyJson.Default.ShopifyRefund), ShopifyJson.Default.ShopifyRefund),
        ShopifyTopics.CustomerDataRequested or ShopifyTopics.CustomerRedacted or ShopifyTopics.ShopRedacted =>
            Write(Read(body, ShopifyJson.Default.PrivacyRequest), ShopifyJson.Default.PrivacyRequest),
        ShopifyTopics.ProductDeleted or ShopifyTopics.AppUninstalled or ShopifyTopics.ScopesUpdated or ShopifyTopics.BulkFinished =>
            Write(Read(body, ShopifyJson.Default.AppChange), ShopifyJson.Default.AppChange),
        _ => throw new ArgumentException($"'{topic}' is not taken.", nameof(topic)),
    };

    /// <summary>Reads what was kept.</summary>
    /// <param name="kept">Of that type.</param>
    /// <param name="type">How it is written.</param>
    public static T Read<T>(string kept, JsonTypeInfo<T> type) => Read(Encoding.UTF8.GetBytes(kept), type);

    private static T Read<T>(ReadOnlySpan<byte> body, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(body, type) ?? throw new JsonException("The body is null.");

    private static string Write<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Serialize(value, type);
}
