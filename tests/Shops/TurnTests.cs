using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Shops.Products;
using SoraFunctions.Pipeline.Tenants;
using SoraFunctions.Shops.Tests.Doubles;

namespace SoraFunctions.Shops.Tests;

/// <summary>A service that makes two videos of a shop at once.</summary>
public sealed class TurnTests : IAsyncLifetime
{
    private readonly ShopHost _host = new()
    {
        Options = new()
        {
            ClientId = ShopHost.ClientId, Secrets = [ShopHost.Secret], Quiet = TimeSpan.FromMilliseconds(200), FirstLook = TimeSpan.FromMilliseconds(50), VideosAtOnce = 2,
        },
    };

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Many_products_come_one_after_the_other_and_none_is_left_out()
    {
        var shop = await _host.Shop();
        foreach (var id in Enumerable.Range(1, 6))
        {
            _host.Admin.Product(shop, id).Title = $"Kettle {id}";
            await _host.Tell(shop, "products/update", _host.Admin.Product(shop, id).Webhook());
        }

        foreach (var id in Enumerable.Range(1, 6))
        {
            await _host.Published(shop, id);
        }

        Assert.Equal(6, await _host.Rows(database => database.Videos.CountAsync()));
    }

    [Fact]
    public async Task A_product_waits_and_says_why_when_its_tenant_has_had_its_videos_of_the_day()
    {
        var shop = await _host.Shop();
        await _host.Use<TenantDesk, int>(async desk =>
        {
            await desk.Limit("default", new TenantLimits { VideosPerDay = 1 }, default);
            return 0;
        });
        _host.Admin.Product(shop, 1).Title = "First kettle";
        await _host.Tell(shop, "products/update", _host.Admin.Product(shop, 1).Webhook());
        await _host.Published(shop, 1);
        _host.Admin.Product(shop, 2).Title = "Second kettle";
        await _host.Tell(shop, "products/update", _host.Admin.Product(shop, 2).Webhook());

        await _host.Until(() => _host.Rows(database => database.ShopProducts.AnyAsync(row => row.ProductId == 2 && row.Fault!.Contains("1 videos a day"))));

        Assert.NotNull(await _host.Rows(database => database.ShopProducts.Where(row => row.ProductId == 2).Select(row => row.WaitsSince).SingleAsync()));
        Assert.Equal(1, await _host.Rows(database => database.Videos.CountAsync()));
    }

    [Fact]
    public async Task A_new_product_has_its_turn_where_changed_ones_wait()
    {
        var shop = await _host.Shop();
        await _host.Rows(database =>
        {
            foreach (var id in new[] { 1, 2 })
            {
                database.ShopProducts.Add(new ShopProductRow { Shop = shop.Name, ProductId = id, TenantId = "default", Making = true });
            }

            return database.SaveChangesAsync();
        });
        await _host.Tell(shop, "products/update", _host.Admin.Product(shop, 3).Webhook());
        _host.Admin.Product(shop, 4).Title = "New kettle";
        await _host.Tell(shop, "products/create", _host.Admin.Product(shop, 4).Webhook());

        await _host.Published(shop, 4);

        // The end of that video gives the changed one its turn, which finds the shop as full as before.
        var waiting = (await _host.Row(shop, 3))!;
        Assert.Equal(((int)Urgency.Changed, null), (waiting.Urgency, waiting.VideoId));
    }

    [Fact]
    public async Task A_change_while_the_video_is_being_made_gives_that_video_up()
    {
        var shop = await _host.Shop();
        var product = _host.Admin.Product(shop, 1);
        var hold = new TaskCompletionSource();
        _host.Worker.Fail = _ =>
        {
            hold.Task.Wait(TimeSpan.FromSeconds(20));
            return null;
        };
        await _host.Tell(shop, "products/create", product.Webhook());
        await _host.Until(async () => (await _host.Row(shop, 1))?.Making == true);
        var first = (await _host.Row(shop, 1))!.VideoId!;

        product.Price = "1.00";
        product.UpdatedAt = DateTimeOffset.UtcNow;
        await _host.Tell(shop, "products/update", product.Webhook());
        await _host.Until(async () => (await _host.Row(shop, 1))!.VideoId != first);
        hold.SetResult();
        await _host.Published(shop, 1);

        Assert.Equal("superseded", await _host.Rows(database => database.Videos.Where(row => row.Id == first).Select(row => row.ErrorCode).SingleAsync()));
        Assert.Single(shop.Videos(1));
    }
}
