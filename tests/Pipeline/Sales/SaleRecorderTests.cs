using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Attribution;
using SoraFunctions.Commerce.Prices;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Sales;
using SoraFunctions.Pipeline.Tests.Doubles;

namespace SoraFunctions.Pipeline.Tests.Sales;

public class SaleRecorderTests : IAsyncLifetime
{
    private static readonly DateTimeOffset _noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private FileDatabase _file = null!;

    public async Task InitializeAsync()
    {
        _file = await Start();
        await using var database = _file.Open();
        database.Tenants.AddRange(Tenant("a"), Tenant("b"));
        database.Videos.AddRange(Video("video_1", "a"), Video("video_2", "a"), Video("video_b", "b"));
        await database.SaveChangesAsync();
    }

    public Task DisposeAsync()
    {
        _file.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task What_is_told_twice_is_one_row_and_one_order()
    {
        Assert.True(await Record("a", Paid("1", 79, "video_1")));
        Assert.False(await Record("a", Paid("1", 79, "video_1")));
        var log = await Count("a");
        Assert.Equal((79m, "video_1"), (Assert.Single(log.Conversions).Net.Amount, log.Conversions[0].Cause!.VideoId));
    }

    [Fact]
    public async Task Eight_that_tell_at_once_write_one_row()
    {
        var told = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Record("a", Paid("1", 79, "video_1"))));
        Assert.Single(told, fresh => fresh);
        Assert.Single((await Count("a")).Conversions);
    }

    [Fact]
    public async Task Refunds_that_come_before_their_order_are_taken_off_once_it_is_paid()
    {
        await Record("a", new SaleEvent("r1", "shop:1", SaleEventKind.Refunded, _noon.AddHours(1), new Money(30, "USD")));
        Assert.Single((await Count("a")).Unbooked);
        await Record("a", Paid("1", 79, "video_1"));
        var log = await Count("a");
        Assert.Equal((49m, 0), (Assert.Single(log.Conversions).Net.Amount, log.Unbooked.Count));
    }

    [Fact]
    public async Task Evidence_that_names_a_foreign_or_unknown_video_counts_for_nobody()
    {
        await Record("a", Paid("1", 79, "video_b"));
        await Record("a", Paid("2", 20, "video_nobody", "shop:2"));
        Assert.All((await Count("a")).Conversions, one => Assert.Null(one.Cause));
        Assert.Empty((await Count("b")).Conversions);
    }

    [Fact]
    public async Task A_discount_code_that_one_video_alone_shows_tells_which()
    {
        await Use(async database =>
        {
            database.CommerceLinks.AddRange(Link("1", "video_1", "a", "Save10"), Link("2", "video_1", "a", "Save10"), Link("3", "video_1", "a", "ALL"), Link("4", "video_2", "a", "ALL"), Link("5", "video_b", "b", "THEIRS"));
            return await database.SaveChangesAsync();
        });
        await Record("a", Paid("1", 79) with { DiscountCodes = ["SAVE10", "all", "THEIRS"] });
        Assert.Equal((EvidenceKind.DiscountCode, "video_1"), (await Count("a")).Conversions[0].Cause is { } cause ? (cause.Kind, cause.VideoId) : default);
        await Record("a", Paid("2", 5, order: "shop:2") with { DiscountCodes = ["ALL", "THEIRS"] });
        Assert.Null((await Count("a")).Conversions.Single(one => one.Order == "shop:2").Cause);
    }

    [Fact]
    public async Task The_same_event_of_two_tenants_is_two()
    {
        Assert.True(await Record("a", Paid("1", 79, "video_1")));
        Assert.True(await Record("b", Paid("1", 79, "video_b")));
        Assert.Equal("video_b", Assert.Single((await Count("b")).Conversions).Cause!.VideoId);
    }

    [Fact]
    public async Task Window_and_touch_of_a_tenant_decide_and_may_be_changed_afterwards()
    {
        await Record("a", Paid("1", 79) with
        {
            Evidence = [new(EvidenceKind.Utm, "video_1", _noon.AddDays(-20)), new(EvidenceKind.Utm, "video_2", _noon.AddDays(-2), "tiktok-ad")],
        });
        Assert.Equal("video_2", (await Count("a")).Conversions[0].Cause!.VideoId);
        await Use(async database => { await new AttributionSettings(database).Set("a", 30, Touch.First, default); return 0; });
        Assert.Equal("video_1", (await Count("a")).Conversions[0].Cause!.VideoId);
        await Use(async database => { await new AttributionSettings(database).Set("a", 1, Touch.First, default); return 0; });
        Assert.Null((await Count("a")).Conversions[0].Cause);
        await Assert.ThrowsAsync<RequestException>(() => Use(async database => { await new AttributionSettings(database).Set("a", 0, Touch.Last, default); return 0; }));
    }

    [Fact]
    public async Task An_order_counts_in_the_time_in_which_it_was_paid()
    {
        await Record("a", Paid("1", 79, "video_1"));
        var log = await Use(database => new SalesLog(database, new AttributionSettings(database)).Count("a", _noon.AddSeconds(1), _noon.AddDays(1), default));
        Assert.Empty(log.Conversions);
    }

    [Fact]
    public async Task Names_that_are_too_long_or_missing_and_negative_amounts_are_refused()
    {
        await Assert.ThrowsAsync<RequestException>(() => Record("a", Paid(new string('x', 256), 1)));
        await Assert.ThrowsAsync<RequestException>(() => Record("a", Paid("", 1)));
        var refused = await Assert.ThrowsAsync<RequestException>(() => Record("a", Paid("1", -1)));
        Assert.Equal("amount", refused.Errors[0].Field);
    }

    [Fact]
    public async Task A_refund_is_taken_off_an_order_that_was_paid_long_before()
    {
        await Record("a", Paid("1", 79, "video_1") with { At = _noon.AddDays(-200) });
        await Record("a", new SaleEvent("r1", "shop:1", SaleEventKind.Refunded, _noon, new Money(30, "USD")));
        Assert.Empty((await Count("a")).Unbooked);
        var then = await Use(database => new SalesLog(database, new AttributionSettings(database)).Count("a", _noon.AddDays(-201), _noon.AddDays(-199), default));
        Assert.Equal(49m, Assert.Single(then.Conversions).Net.Amount);
    }

    [Fact]
    public async Task An_order_that_is_told_of_again_much_later_is_still_of_the_day_on_which_it_was_paid()
    {
        await Record("a", Paid("1", 79, "video_1") with { At = _noon.AddDays(-200) });
        await Record("a", Paid("1b", 79, "video_1"));
        Assert.Empty((await Count("a")).Conversions);
    }

    [Fact]
    public async Task What_is_counted_with_each_event_is_what_the_whole_log_comes_to()
    {
        var one =
            from id in Gen.Choose(1, 6)
            from order in Gen.Choose(1, 5)
            from what in Gen.Elements(SaleEventKind.Placed, SaleEventKind.Paid, SaleEventKind.Refunded)
            from minutes in Gen.Choose(0, 400)
            from amount in Gen.Choose(1, 200)
            from currency in Gen.Elements("USD", "USD", "EUR")
            from other in Gen.Choose(1, 12)
            select new SaleEvent($"e{id}", $"shop:{order}", what, _noon.AddMinutes(minutes), new Money(amount, currency))
            {
                AlsoKnownAs = other <= 5 ? [$"shop:{other}"] : [],
                Evidence = other % 3 == 0 ? [new(EvidenceKind.Utm, other % 2 == 0 ? "video_1" : "video_2", _noon.AddMinutes(-other))] : [],
            };
        foreach (var (events, number) in Gen.ListOf(one, 14).Sample(12, 25).Select((events, number) => (events, number)))
        {
            var tenant = $"t{number}";
            await Use(async database =>
            {
                database.Tenants.Add(Tenant(tenant));
                return await database.SaveChangesAsync();
            });
            foreach (var told in events)
            {
                await Record(tenant, told with { Evidence = [] });
            }

            var counted = await Count(tenant);
            var whole = ConversionLog.Of(events.Select(told => told with { Evidence = [] }), new AttributionRules());
            Assert.Equal(whole.Conversions, counted.Conversions);
            Assert.Equal(whole.Unbooked.Select(told => (told.Id, told.Amount)), counted.Unbooked.Select(told => (told.Id, told.Amount)));
            await Use(async database =>
            {
                await new SalesLog(database, new AttributionSettings(database)).Recount(tenant, default);
                return 0;
            });
            Assert.Equal(counted.Conversions, (await Count(tenant)).Conversions);
        }
    }

    [Fact]
    public async Task A_log_that_was_written_before_orders_were_counted_is_counted_when_it_is_asked_for()
    {
        await Record("a", Paid("1", 79, "video_1"));
        await Use(async database =>
        {
            await database.SaleOrders.ExecuteDeleteAsync();
            await database.SaleNames.ExecuteDeleteAsync();
            return await database.SaleBooks.ExecuteDeleteAsync();
        });
        Assert.Single((await Count("a")).Conversions);
        await Use(database => database.SaleBooks.ExecuteDeleteAsync());
        await Record("a", Paid("2", 20, "video_1", "shop:2"));
        Assert.Equal(2, (await Count("a")).Conversions.Count);
    }

    /// <summary>The tables that are tested.</summary>
    private protected virtual Task<FileDatabase> Start() => Task.FromResult(new FileDatabase());

    private static SaleEvent Paid(string id, decimal amount, string? video = null, string order = "shop:1") =>
        new(id, order, SaleEventKind.Paid, _noon, new Money(amount, "USD")) { Evidence = video is null ? [] : [new(EvidenceKind.OrderAttribute, video)] };

    private Task<bool> Record(string tenant, SaleEvent sale) => Use(database => new SaleRecorder(database, new SetClock { Now = _noon }).Record(tenant, sale, default));

    private Task<ConversionLog> Count(string tenant) =>
        Use(database => new SalesLog(database, new AttributionSettings(database)).Count(tenant, _noon.AddDays(-1), _noon.AddDays(1), default));

    private async Task<T> Use<T>(Func<SoraDatabase, Task<T>> use)
    {
        await using var database = _file.Open();
        return await use(database);
    }

    private static CommerceLinkRow Link(string code, string video, string tenant, string discount) => new()
    {
        Code = code, TenantId = tenant, VideoId = video, Discount = discount, Destination = "https://shop.example/", CreatedAt = _noon,
    };

    private static TenantRow Tenant(string id) => new() { Id = id, Name = id, CreatedAt = _noon };

    private static VideoRow Video(string id, string tenant) => new()
    {
        Id = id, TenantId = tenant, Model = "sora-2", CreatedAt = _noon, Size = "1280x720", MainChannel = "web", Seconds = 10, Request = "{}",
    };
}
