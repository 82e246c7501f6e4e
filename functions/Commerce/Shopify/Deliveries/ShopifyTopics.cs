namespace SoraFunctions.Commerce.Shopify.Deliveries;

/// <summary>The topics of webhooks that the service takes, as Shopify writes them in headers.</summary>
public static class ShopifyTopics
{
    /// <summary>A product is new.</summary>
    public const string ProductCreated = "products/create";

    /// <summary>Something of a product changed, be it its stock.</summary>
    public const string ProductUpdated = "products/update";

    /// <summary>A product is gone.</summary>
    public const string ProductDeleted = "products/delete";

    /// <summary>An order was placed.</summary>
    public const string OrderCreated = "orders/create";

    /// <summary>An order is paid.</summary>
    public const string OrderPaid = "orders/paid";

    /// <summary>Money of an order was given back.</summary>
    public const string RefundCreated = "refunds/create";

    /// <summary>The shop has removed the app.</summary>
    public const string AppUninstalled = "app/uninstalled";

    /// <summary>The app may do more or less than before.</summary>
    public const string ScopesUpdated = "app/scopes_update";

    /// <summary>A bulk operation ended, well or not.</summary>
    public const string BulkFinished = "bulk_operations/finish";

    /// <summary>A buyer asks what is known of him.</summary>
    public const string CustomerDataRequested = "customers/data_request";

    /// <summary>What is known of a buyer has to go.</summary>
    public const string CustomerRedacted = "customers/redact";

    /// <summary>What is known of a shop has to go: 48 hours after it removed the app.</summary>
    public const string ShopRedacted = "shop/redact";

    /// <summary>Those that are asked for through the Admin API.</summary>
    public static IReadOnlyList<string> Subscribed { get; } =
        [ProductCreated, ProductUpdated, ProductDeleted, OrderCreated, OrderPaid, RefundCreated, AppUninstalled, ScopesUpdated, BulkFinished];

    /// <summary>Those of privacy law, which are set where the app is registered and come unasked.</summary>
    public static IReadOnlyList<string> Privacy { get; } = [CustomerDataRequested, CustomerRedacted, ShopRedacted];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Subscribed, .. Privacy];

    /// <summary>A topic as the Admin API names it, such as <c>PRODUCTS_UPDATE</c>.</summary>
    /// <param name="topic">One of them.</param>
    public static string ConstantOf(string topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        return topic.Replace('/', '_').ToUpperInvariant();
    }
}
