using SoraFunctions.Commerce.Links;

namespace SoraFunctions.Commerce.Tests;

public sealed class TrackedLinkTests
{
    private static readonly UtmTags _tags = new("tiktok", "Spring Sale", "video_1");

    private const string Tags = "utm_source=tiktok&utm_medium=video&utm_campaign=Spring-Sale&utm_content=video_1";

    [Theory]
    [InlineData("https://shop.example/kettle", "https://shop.example/kettle?" + Tags)]
    [InlineData("https://shop.example", "https://shop.example/?" + Tags)]
    [InlineData("http://shop.example:8080/a?size=m&colour=r%C3%B6d#buy", "http://shop.example:8080/a?size=m&colour=r%C3%B6d&" + Tags + "#buy")]
    [InlineData("https://shop.example/caf\u00e9", "https://shop.example/caf%C3%A9?" + Tags)]
    [InlineData("https://k\u00f6ln.example/", "https://xn--kln-sna.example/?" + Tags)]
    [InlineData("https://shop.example/?", "https://shop.example/?" + Tags)]
    public void Tags_are_added_and_all_else_is_kept(string given, string expected) => Assert.Equal(expected, TrackedLink.To(given, _tags).Destination);

    [Fact]
    public void Tags_that_the_shop_set_itself_are_respected_but_for_the_video() => Assert.Equal(
        "https://shop.example/?utm_source=mine&utm_content=video_1&x=1&utm_medium=video&utm_campaign=Spring-Sale",
        TrackedLink.To("https://shop.example/?utm_source=mine&utm_content=theirs&x=1", _tags).Destination);

    [Fact]
    public void Cart_permalink_of_shopify_hands_video_and_channel_on_to_the_order() =>
        Assert.EndsWith($"&attributes%5Bvideo%5D=video_1&attributes%5Bchannel%5D={_tags.Source}", TrackedLink.To("https://shop.example/cart/123:1", _tags).Destination);

    [Fact]
    public void Discount_goes_to_who_applies_it_and_not_into_pages()
    {
        Assert.EndsWith("&discount=SAVE10", TrackedLink.To("https://shop.example/cart/123:1", _tags, LinkKind.Cart, "SAVE10").Destination);
        Assert.EndsWith("&prefilled_promo_code=SAVE10", TrackedLink.To("https://buy.stripe.com/abc", _tags, LinkKind.PaymentLink, "SAVE10").Destination);
        Assert.DoesNotContain("SAVE10", TrackedLink.To("https://shop.example/kettle", _tags, LinkKind.Page, "SAVE10").Destination);
    }

    [Fact]
    public void Payment_link_of_stripe_hands_the_video_on_to_the_session()
    {
        Assert.EndsWith("&client_reference_id=video_1", TrackedLink.To("https://buy.stripe.com/abc", _tags).Destination);
        Assert.DoesNotContain("video_1&client", TrackedLink.To("https://buy.stripe.com/abc?client_reference_id=own", _tags).Destination);
    }

    [Fact]
    public void Tagging_twice_changes_nothing()
    {
        var once = TrackedLink.To("https://shop.example/cart/1:1?a=b#c", _tags);
        Assert.Equal(once, TrackedLink.To(once.Destination, _tags));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("ftp://shop.example/")]
    [InlineData("/kettle")]
    [InlineData("shop.example/kettle")]
    [InlineData("")]
    [InlineData("https://")]
    [InlineData("https://paypal.example@evil.example/")]
    [InlineData("https://shop.example/a b")]
    [InlineData("https://shop.example/\r\nSet-Cookie: a=b")]
    [InlineData(" https://shop.example/")]
    public void Destination_that_is_no_web_address_is_refused_with_an_example(string destination)
    {
        var error = Assert.Throws<FormatException>(() => TrackedLink.To(destination, _tags));
        Assert.Contains("https://shop.example/products/kettle", error.Message);
    }

    [Fact]
    public void Destination_beyond_what_browsers_bear_is_refused() =>
        Assert.Throws<FormatException>(() => TrackedLink.To("https://shop.example/" + new string('a', 2048), _tags));

    [Theory]
    [InlineData("Sommer-Schlußverkauf & Mehr", "Sommer-Schlussverkauf-Mehr")]
    [InlineData("Café  à la carte", "Cafe-a-la-carte")]
    [InlineData("--x--", "x")]
    public void Campaign_is_spelt_with_what_stripe_lets_through(string campaign, string expected) =>
        Assert.Equal(expected, new UtmTags("c", campaign, "v").Campaign);

    [Fact]
    public void Campaign_in_another_script_gets_a_name_of_its_own()
    {
        var first = new UtmTags("c", "双十一", "v").Campaign;
        Assert.Matches("^x-[0-9a-f]{10}$", first);
        Assert.NotEqual(first, new UtmTags("c", "春节", "v").Campaign);
    }

    [Fact]
    public void Campaign_is_cut_at_what_stripe_keeps() => Assert.Equal(150, new UtmTags("c", new string('a', 400), "v").Campaign.Length);
}
