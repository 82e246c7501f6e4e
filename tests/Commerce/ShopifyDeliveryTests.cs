using SoraFunctions.Commerce.Shopify;
using SoraFunctions.Commerce.Shopify.Deliveries;

namespace SoraFunctions.Commerce.Tests;

public sealed class ShopifyDeliveryTests
{
    private static readonly Dictionary<string, string> _webhook = new(StringComparer.OrdinalIgnoreCase)
    {
        ["x-shopify-topic"] = "products/update",
        ["x-shopify-hmac-sha256"] = "c2lnbmF0dXJl",
        ["x-shopify-shop-domain"] = "Green-Kettle.myshopify.com",
        ["x-shopify-api-version"] = "2026-10",
        ["x-shopify-webhook-id"] = "b54557e4-bdd9-4b37-8a5f-bf7d70bcd043",
        ["x-shopify-event-id"] = "98880550-7158-44d4-b7cd-2c97c8a091b5",
        ["x-shopify-triggered-at"] = "2026-11-22T10:00:00.123456789Z",
    };

    [Fact]
    public void The_headers_of_a_webhook_are_read_whatever_their_case()
    {
        var delivery = ShopifyDelivery.Read(name => _webhook.GetValueOrDefault(name));
        Assert.Equal("products/update", delivery.Topic);
        Assert.Equal("green-kettle.myshopify.com", delivery.Shop.Name);
        Assert.Equal("b54557e4-bdd9-4b37-8a5f-bf7d70bcd043", delivery.Id);
        Assert.Equal("98880550-7158-44d4-b7cd-2c97c8a091b5", delivery.EventId);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero), delivery.TriggeredAt!.Value.AddTicks(-1_234_568), TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public void The_headers_of_an_event_are_read_too()
    {
        var headers = _webhook.ToDictionary(header => header.Key.Replace("x-shopify-", "shopify-", StringComparison.Ordinal), header => header.Value, StringComparer.OrdinalIgnoreCase);
        headers["shopify-topic"] = "PRODUCTS_UPDATE";
        var delivery = ShopifyDelivery.Read(name => headers.GetValueOrDefault(name));
        Assert.Equal("products/update", delivery.Topic);
        Assert.Equal("2026-10", delivery.ApiVersion);
    }

    [Theory]
    [InlineData("app/scopes_update", "app/scopes_update")]
    [InlineData("APP_SCOPES_UPDATE", "app/scopes_update")]
    [InlineData("bulk_operations/finish", "bulk_operations/finish")]
    [InlineData("BULK_OPERATIONS_FINISH", "bulk_operations/finish")]
    [InlineData("customers/data_request", "customers/data_request")]
    [InlineData("something/new_here", "something/new_here")]
    [InlineData("SOMETHING_NEW", "something_new")]
    public void A_topic_keeps_its_underscores_however_it_is_written(string said, string topic)
    {
        var headers = new Dictionary<string, string>(_webhook, StringComparer.OrdinalIgnoreCase) { ["x-shopify-topic"] = said };
        Assert.Equal(topic, ShopifyDelivery.Read(name => headers.GetValueOrDefault(name)).Topic);
    }

    [Theory]
    [InlineData("x-shopify-topic", "Topic")]
    [InlineData("x-shopify-hmac-sha256", "Hmac-Sha256")]
    [InlineData("x-shopify-shop-domain", "Shop-Domain")]
    [InlineData("x-shopify-webhook-id", "Webhook-Id")]
    public void A_header_that_is_missing_is_named(string missing, string named)
    {
        var error = Assert.Throws<FormatException>(() => ShopifyDelivery.Read(name => name.Equals(missing, StringComparison.OrdinalIgnoreCase) ? null : _webhook.GetValueOrDefault(name)));
        Assert.Contains($"X-Shopify-{named}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("green-kettle.myshopify.com.evil.example")]
    [InlineData("evil.example/green-kettle.myshopify.com")]
    [InlineData("green-kettle.myshopify.com/")]
    [InlineData("green-kettle.myshopify.com\n")]
    [InlineData("user@green-kettle.myshopify.com")]
    [InlineData("green.kettle.myshopify.com")]
    [InlineData("-kettle.myshopify.com")]
    [InlineData(".myshopify.com")]
    [InlineData("ｇreen.myshopify.com")]
    [InlineData("")]
    [InlineData(null)]
    public void Nothing_but_a_permanent_name_is_a_shop(string? name) => Assert.False(ShopDomain.TryParse(name, out _));
}
