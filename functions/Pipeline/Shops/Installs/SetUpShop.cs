using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Shopify.Deliveries;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Shops.Admin;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Pipeline.Shops.Installs;

/// <summary>Asks a shop about itself (currency, languages, address), and to be told of what happens in it.</summary>
/// <param name="database">Where shops are.</param>
/// <param name="directory">Opens their tokens.</param>
/// <param name="admin">Asks.</param>
/// <param name="address">Where it is to be told.</param>
public sealed class SetUpShop(SoraDatabase database, ShopDirectory directory, AdminClient admin, PublicAddress address) : IActivity<SetupOrder, Nothing>
{
    /// <summary>Its name and types.</summary>
    public static Activity<SetupOrder, Nothing> Definition { get; } = new("SetUpShop", 1);

    /// <inheritdoc/>
    public async Task<Nothing> Run(SetupOrder input, CancellationToken cancellation)
    {
        if (await directory.Open(input.Shop, cancellation) is { } shop)
        {
            await Ask(shop, cancellation);
            await Subscribe(shop, cancellation);
        }

        return Nothing.Value;
    }

    private async Task Ask(ShopAccess shop, CancellationToken cancellation)
    {
        var data = (await admin.Ask(shop, "ReadShop", new JsonObject(), cancellation)).Data;
        var about = data.GetProperty("shop");
        var locales = data.GetProperty("shopLocales").EnumerateArray()
            .OrderByDescending(one => one.GetProperty("primary").GetBoolean())
            .Select(one => one.GetProperty("locale").GetString());
        var (host, name, currency, spoken) = (
            about.GetProperty("primaryDomain").GetProperty("host").GetString(),
            about.GetProperty("name").GetString(),
            about.GetProperty("currencyCode").GetString(),
            string.Join(' ', locales));
        await database.Shops.Where(row => row.Domain == shop.Row.Domain).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.Host, host)
                .SetProperty(one => one.Name, name)
                .SetProperty(one => one.Currency, currency)
                .SetProperty(one => one.Locales, spoken),
            cancellation);
    }

    private async Task Subscribe(ShopAccess shop, CancellationToken cancellation)
    {
        var uri = $"{address.Root}/v1/shopify/webhooks";
        var topics = ShopifyTopics.Subscribed.Select(ShopifyTopics.ConstantOf).ToList();
        var known = (await admin.Ask(
                shop, "ListSubscriptions", new JsonObject { ["topics"] = new JsonArray([.. topics.Select(topic => (JsonNode)topic)]) }, cancellation))
            .Data.GetProperty("webhookSubscriptions").GetProperty("nodes").EnumerateArray()
            .Where(node => node.GetProperty("uri").GetString() == uri)
            .Select(node => node.GetProperty("topic").GetString()!)
            .ToHashSet();
        foreach (var topic in topics.Where(topic => !known.Contains(topic)))
        {
            await admin.Change(
                shop,
                "Subscribe",
                "webhookSubscriptionCreate",
                new JsonObject { ["topic"] = topic, ["subscription"] = new JsonObject { ["uri"] = uri, ["format"] = "JSON" } },
                cancellation);
        }
    }
}
