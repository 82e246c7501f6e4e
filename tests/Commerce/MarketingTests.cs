using SoraFunctions.Commerce.Prices;
using SoraFunctions.Commerce.Shopify.Marketing;

namespace SoraFunctions.Commerce.Tests;

public sealed class MarketingTests
{
    private static readonly DateTimeOffset _since = new(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void Tags_are_those_of_the_links_destination()
    {
        Assert.Equal(
            new ShopTags("spring sale", "video", "tiktok-ad"),
            ShopTags.Of(new Uri("https://kettle.example/p?a=1&utm_source=tiktok-ad&utm_medium=video&utm_campaign=spring+sale&utm_content=video_1#top")));
        Assert.Null(ShopTags.Of(new Uri("https://kettle.example/p?utm_source=tiktok-ad&utm_medium=video")));
        Assert.Null(ShopTags.Of(new Uri("https://kettle.example/p?utm_source=&utm_medium=video&utm_campaign=x")));
    }

    [Theory]
    [InlineData("tiktok-ad", "SOCIAL", "tiktok.com")]
    [InlineData("shopify-product", "DISPLAY", null)]
    public void An_activity_goes_by_an_id_that_follows_from_its_tags(string source, string kind, string? domain)
    {
        var activity = new MarketingActivity(new ShopTags("spring", "video", source), _since, new Uri("https://sora.example/player/0"));
        var input = activity.Input();
        Assert.Equal((kind, domain), (input["marketingChannelType"]!.GetValue<string>(), input["referringDomain"]?.GetValue<string>()));
        Assert.Equal("2026-11-20T01:00:00Z", input["start"]!.GetValue<string>());
        Assert.Equal(activity.RemoteId, (activity with { Since = _since.AddDays(1), Page = new Uri("https://sora.example/player/1") }).RemoteId);
        Assert.NotEqual(activity.RemoteId, (activity with { Tags = activity.Tags with { Campaign = "autumn" } }).RemoteId);
    }

    [Fact]
    public void A_day_is_written_in_the_shops_currency_and_in_days_of_UTC()
    {
        var day = new MarketingDay(new DateOnly(2026, 11, 20), 5_000_000_000, 3, 1, new Money(1000, "JPY"), new Money(0, "JPY"));
        Assert.Equal(
            """{"occurredOn":"2026-11-20","utcOffset":"+00:00","impressionsCount":2147483647,"uniqueClicksCount":3,"orders":"1","sales":{"amount":"1000","currencyCode":"JPY"},"adSpend":{"amount":"0","currencyCode":"JPY"}}""",
            System.Text.RegularExpressions.Regex.Unescape(day.Input().ToJsonString()));
        Assert.False(day.IsEmpty);
        Assert.True((day with { Impressions = 0, Clicks = 0, Orders = 0, Sales = new Money(0, "JPY") }).IsEmpty);
    }
}
