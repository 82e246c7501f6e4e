using SoraFunctions.Commerce.Links;

namespace SoraFunctions.Commerce.Tests;

public sealed class PermalinkTests
{
    [Fact]
    public void A_cart_holds_its_items_discounts_and_what_led_to_it() => Assert.Equal(
        "https://xn--kln-sna.example/cart/41:1,42:3?discount=SPRING%2010,VIP&attributes%5Bvideo%5D=video_1&attributes%5Ba%20b%5D=c%26d&ref=tiktok&storefront=true",
        new CartPermalink("köln.example", [new(41), new(42, 3)])
        {
            Discounts = ["SPRING 10", "VIP"],
            Attributes = [new("video", "video_1"), new("a b", "c&d")],
            Referrer = "tiktok",
            ShowsCart = true,
        }.Address());

    [Fact]
    public void A_plain_cart_has_no_query() =>
        Assert.Equal("https://green-kettle.myshopify.com/cart/41:1", new CartPermalink("green-kettle.myshopify.com", [new(41)]).Address());

    [Theory]
    [InlineData("https://shop.example")]
    [InlineData("shop.example/evil")]
    [InlineData("127.0.0.1")]
    [InlineData("")]
    public void A_cart_is_refused_when_its_host_is_no_name(string host) =>
        Assert.Contains("shop.example", Assert.Throws<FormatException>(() => new CartPermalink(host, [new(1)]).Address()).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(41, 0)]
    public void A_cart_is_refused_when_an_item_is_none(long variant, int quantity) =>
        Assert.Throws<FormatException>(() => new CartPermalink("shop.example", [new(variant, quantity)]).Address());

    [Fact]
    public void A_permalink_of_ucp_writes_odd_ids_in_base64url_and_fields_as_pointers()
    {
        var address = new UcpPermalink(new Uri("https://merchant.example/buy"), [new("sku-1.a", 2), new("gid://shop/Variant/7", 1)])
        {
            Discounts = ["SPRING", "A&B"],
            Attribution = [new("utm_content", "video_1"), new("a/b", "c")],
        }.Address();
        Assert.Equal(
            "https://merchant.example/buy/sku-1.a:2,~Z2lkOi8vc2hvcC9WYXJpYW50Lzc:1?discounts/codes/0=SPRING&discounts/codes/1=A%26B&attribution/utm_content=video_1&attribution/a~1b=c",
            address);
        // The pattern of the protocol's own description of the path.
        Assert.Matches("^(?:[A-Za-z0-9._-]+|~[A-Za-z0-9_-]+):[1-9][0-9]*(?:,(?:[A-Za-z0-9._-]+|~[A-Za-z0-9_-]+):[1-9][0-9]*)*$", new Uri(address).Segments[^1]);
    }

    [Theory]
    [InlineData("http://merchant.example/buy")]
    [InlineData("https://merchant.example/buy?x=1")]
    [InlineData("https://merchant.example/buy#x")]
    [InlineData("https://user@merchant.example/buy")]
    public void A_permalink_of_ucp_is_refused_when_its_endpoint_is_none(string endpoint) =>
        Assert.Throws<FormatException>(() => new UcpPermalink(new Uri(endpoint), [new("a", 1)]).Address());
}
