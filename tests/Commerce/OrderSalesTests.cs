using System.Text.Json;
using SoraFunctions.Commerce.Attribution;
using SoraFunctions.Commerce.Shopify;
using SoraFunctions.Commerce.Shopify.Orders;

namespace SoraFunctions.Commerce.Tests;

public class OrderSalesTests
{
    private static readonly DateTimeOffset _told = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_order_tells_its_amount_its_video_and_channel_and_the_codes_that_were_used()
    {
        var sale = Sale("""
            {"id":9,"total_price":"79.00","currency":"USD","created_at":"2026-11-23T11:00:00Z",
             "note_attributes":[{"name":"video","value":"video_0123456789abcdef0123456789abcdef"},{"name":"channel","value":"tiktok-ad"}],
             "discount_codes":[{"code":"SPRING30","amount":"30.00","type":"fixed_amount"},{"code":null},{"code":""}]}
            """)!;

        Assert.Equal(("shopify:green-kettle/9", 7900L, "USD"), (sale.Order, sale.Amount.MinorUnits, sale.Amount.Currency));
        Assert.Equal(["SPRING30"], sale.DiscountCodes);
        var evidence = Assert.Single(sale.Evidence);
        Assert.Equal((EvidenceKind.OrderAttribute, "video_0123456789abcdef0123456789abcdef", "tiktok-ad"), (evidence.Kind, evidence.VideoId, evidence.Channel));
    }

    [Fact]
    public void A_made_up_list_of_codes_is_cut_and_not_refused()
    {
        var codes = string.Join(',', Enumerable.Range(0, 500).Select(i => $$"""{"code":"C{{i}}"}"""));
        Assert.Equal(50, Sale($$"""{"id":9,"total_price":"1.00","currency":"EUR","discount_codes":[{{codes}}]}""")!.DiscountCodes.Count);
    }

    [Theory]
    [InlineData("""{"id":9,"total_price":"79.00","currency":"USD","test":true}""")]
    [InlineData("""{"id":9,"currency":"USD"}""")]
    [InlineData("""{"id":9,"total_price":"79.00","currency":"???"}""")]
    public void What_can_not_be_counted_tells_nothing(string order) => Assert.Null(Sale(order));

    private static SaleEvent? Sale(string order) => OrderSales.Of(
        ShopDomain.TryParse("green-kettle.myshopify.com", out var shop) ? shop : throw new InvalidOperationException(),
        JsonSerializer.Deserialize(order, ShopifyJson.Default.ShopifyOrder)!, paid: true, _told);
}
