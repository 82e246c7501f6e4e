using SoraFunctions.Pipeline.Campaigns.Plans;
using SoraFunctions.Pipeline.Campaigns.Wire;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Requests.Wire;

namespace SoraFunctions.Pipeline.Tests.Campaigns;

public sealed class CampaignRulesTests
{
    private static readonly CampaignWish _good = Wishes.Small;

    public static TheoryData<string, CampaignWish> Bad() => new()
    {
        { "name", _good with { Name = " " } },
        { "products", _good with { Products = null } },
        { "products", _good with { Shop = new ShopQuery { Shop = "acme.myshopify.com" } } },
        { "products[1]", _good with { Products = [Wishes.Product("cup"), Wishes.Product("CUP")] } },
        { "products[0].sku", _good with { Products = [Wishes.Product("a cup")] } },
        { "products[0].product.price.currency", _good with { Products = [Wishes.Product("cup") with { Product = new AdProduct { Title = "Cup", Price = new AdPrice("1.00", "coins") } }] } },
        { "products[0].link.url", _good with { Products = [Wishes.Product("cup") with { Link = new AdLink { Url = "cup" } }] } },
        { "products[0].locales.de.title", _good with { Products = [Wishes.Product("cup") with { Locales = new Dictionary<string, LocalWords> { ["de"] = new() { Title = "" } } }] } },
        { "locales", _good with { Locales = [] } },
        { "locales[1]", _good with { Locales = ["de", "DE"] } },
        { "locales[0]", _good with { Locales = ["German!"] } },
        { "channels[0]", _good with { Channels = ["billboard"] } },
        { "variants[1]", _good with { Variants = [new VariantWish { Name = "a" }, new VariantWish { Name = "A" }] } },
        { "variants[0].seconds", _good with { Variants = [new VariantWish { Name = "a", Seconds = new WireSeconds(0.5m) }] } },
        { "ad.channels", _good with { Ad = new AdRequest { Channels = ["web"] } } },
        { "ad.engine", _good with { Ad = new AdRequest { Engine = "nobody" } } },
        { "ends_at", _good with { StartsAt = DateTimeOffset.UnixEpoch.AddDays(2), EndsAt = DateTimeOffset.UnixEpoch.AddDays(1) } },
        { "schedule", _good with { Schedule = new ScheduleWish() } },
        { "schedule.cron", _good with { Schedule = new ScheduleWish { Cron = "every monday" } } },
        { "schedule.time_zone", _good with { Schedule = new ScheduleWish { Cron = "0 0 9 ? * MON", TimeZone = "Mars/Olympus" } } },
        { "schedule.overlap", _good with { Schedule = new ScheduleWish { Cron = "0 0 9 ? * MON", Overlap = "both" } } },
        { "schedule.events[0].date", _good with { Schedule = new ScheduleWish { Events = [new EventWish { Name = "x", Date = "13-40" }] } } },
        { "schedule.events[0].time", _good with { Schedule = new ScheduleWish { Events = [new EventWish { Name = "x", Date = "11-11", Time = "9" }] } } },
        { "budget", _good with { Budget = new BudgetWish() } },
        { "budget.usd", _good with { Budget = new BudgetWish { Usd = 0 } } },
        { "budget.warn_at", _good with { Budget = new BudgetWish { Usd = 5, WarnAt = 2 } } },
        { "priority", _good with { Priority = 10 } },
        { "approval", _good with { Approval = "boss" } },
        { "naming", _good with { Naming = "{sku}" } },
        { "naming", _good with { Naming = "{sku}/{number}" } },
        {
            "naming", _good with
            {
                Products = [Wishes.Product("a"), Wishes.Product("a1")], Variants = [new VariantWish { Name = "1b" }, new VariantWish { Name = "b" }], Locales = ["en"], Channels = ["web"],
                Naming = "{sku}{variant}",
            }
        },
        { "naming", _good with { Naming = "{name}-{number}" } },
        { "retries", _good with { Retries = 9 } },
        { "at_once", _good with { AtOnce = 0 } },
        { "delivery.shopify", _good with { Delivery = new DeliveryWish { Shopify = true } } },
        { "learning.goal", _good with { Learning = new LearningWish { Goal = "fame" } } },
        { "learning.holdout", _good with { Learning = new LearningWish { Holdout = 0.9 } } },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_fault_names_its_field(string field, CampaignWish wish)
    {
        var fault = Assert.Throws<RequestException>(() => CampaignRules.Check(wish, EngineList.World));

        Assert.Contains(fault.Errors, error => error.Field == field);
        Assert.All(fault.Errors, error => Assert.EndsWith(".", error.Message));
    }

    [Fact]
    public void A_campaign_that_keeps_to_them_passes() => CampaignRules.Check(
        _good with
        {
            Schedule = new ScheduleWish { Cron = "0 0 9 ? * MON", TimeZone = "Asia/Shanghai", Overlap = "queue", Events = [new EventWish { Name = "Singles' Day", Date = "11-11", DaysBefore = 7, Time = "08:30" }] },
            Budget = new BudgetWish { Usd = 100, GpuSeconds = 5000, WarnAt = 0.5 },
            Approval = "sample",
            Naming = "{date}_{number}",
            Learning = new LearningWish { Goal = "clicks_per_play", Holdout = 0 },
        },
        EngineList.World);
}
