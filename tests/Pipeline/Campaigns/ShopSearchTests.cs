using SoraFunctions.Pipeline.Campaigns;
using SoraFunctions.Pipeline.Campaigns.Wire;

namespace SoraFunctions.Pipeline.Tests.Campaigns;

public sealed class ShopSearchTests
{
    private static readonly DateTimeOffset _due = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_product_launched_this_week_is_asked_for_from_when_the_run_was_due() => Assert.Equal(
        "status:active AND published_at:>='2026-11-16T01:00:00Z'",
        ProductSource.Search(new ShopQuery { Shop = "acme.myshopify.com", LaunchedWithinDays = 7 }, _due));

    [Fact]
    public void Numbers_and_tags_hold_together_and_quotes_stay_words() => Assert.Equal(
        @"status:active AND (id:1 OR id:2) AND tag:'summer' AND tag:'it\'s new'",
        ProductSource.Search(new ShopQuery { Shop = "acme.myshopify.com", Ids = [1, 2], Tags = ["summer", "it's new"] }, _due));
}
