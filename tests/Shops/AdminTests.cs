using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Shopify.Admin;
using SoraFunctions.Shops.Tests.Doubles;

namespace SoraFunctions.Shops.Tests;

[Collection(ShopCollection.Name)]
public sealed class AdminTests(ShopHost host)
{
    [Fact]
    public async Task A_shop_that_asks_for_patience_gets_it_and_the_video_comes_all_the_same()
    {
        var shop = await host.Shop();
        (shop.MostPoints, shop.Points, shop.PointsPerSecond) = (25, 0, 60);

        await host.Tell(shop, "products/create", host.Admin.Product(shop, 41).Webhook());
        await host.Published(shop, 41);

        Assert.Single(shop.Videos(41));
        Assert.InRange(shop.Throttled, 0, 3);
    }

    [Fact]
    public async Task A_video_that_the_shop_can_not_process_is_said_to_be_none()
    {
        var shop = await host.Shop();
        shop.Instead["ReadVideo"] = new([_ => (200, new()
        {
            ["data"] = new System.Text.Json.Nodes.JsonObject
            {
                ["node"] = new System.Text.Json.Nodes.JsonObject
                {
                    ["id"] = "x", ["status"] = "FAILED",
                    ["mediaErrors"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject { ["code"] = "VIDEO_MAX_HEIGHT_ERROR", ["message"] = "Too high." }),
                },
            },
        })]);
        await host.Tell(shop, "products/create", host.Admin.Product(shop, 41).Webhook());
        var row = await host.Published(shop, 41);
        Assert.Equal("VIDEO_MAX_HEIGHT_ERROR: Too high.", (await host.Rows(database => database.ShopPublications.SingleAsync(one => one.VideoId == row.VideoId))).Fault);
    }

    [Fact]
    public void A_question_waits_as_long_as_its_points_take_to_come_back()
    {
        var cost = new QueryCost(20, 2000, 5, 100);
        Assert.Equal(TimeSpan.FromMilliseconds(150), cost.WaitFor(20, TimeSpan.Zero));
        Assert.Equal(TimeSpan.Zero, cost.WaitFor(20, TimeSpan.FromSeconds(1)));
        Assert.Equal(TimeSpan.FromSeconds(19.95), cost.WaitFor(9000, TimeSpan.Zero));
    }
}
