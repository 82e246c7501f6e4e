using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace SoraFunctions.Commerce.Shopify.Marketing;

/// <summary>
/// What a shop's admin shows among its marketing: the videos of one campaign in one channel, told from other traffic by the UTM tags of their links.
/// Source: published schema of the Admin API 2026-10, MarketingActivityUpsertExternalInput.
/// </summary>
/// <param name="Tags">The tags; activities with the same are one.</param>
/// <param name="Since">Since when the first of its links is there.</param>
/// <param name="Page">Where it is looked at outside the shop.</param>
public sealed record MarketingActivity(ShopTags Tags, DateTimeOffset Since, Uri Page)
{
    private const string Prefix = "sora-";

    /// <summary>Networks by the words that their channels begin with, and where their visitors come from.</summary>
    private static readonly (string Channel, string Domain)[] _networks =
        [("tiktok", "tiktok.com"), ("instagram", "instagram.com"), ("facebook", "facebook.com"), ("youtube", "youtube.com")];

    /// <summary>Its id with the shop: follows from the tags, so that telling it again makes no second one.</summary>
    public string RemoteId =>
        Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Tags.Campaign}\n{Tags.Medium}\n{Tags.Source}")))[..32];

    /// <summary>The input of <c>marketingActivityUpsertExternal</c>. What is left out there is removed by the shop, so it holds all.</summary>
    public JsonObject Input()
    {
        var network = _networks.FirstOrDefault(one => Tags.Source.StartsWith(one.Channel, StringComparison.Ordinal)).Domain;
        var input = new JsonObject
        {
            ["remoteId"] = RemoteId,
            ["title"] = $"{Tags.Campaign} · {Tags.Source}",
            ["status"] = "ACTIVE",
            ["tactic"] = "AD",
            ["marketingChannelType"] = network is null ? "DISPLAY" : "SOCIAL",
            ["remoteUrl"] = Page.AbsoluteUri,
            ["start"] = Since.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["utm"] = new JsonObject { ["campaign"] = Tags.Campaign, ["medium"] = Tags.Medium, ["source"] = Tags.Source },
        };
        if (network is not null)
        {
            input["referringDomain"] = network;
        }

        return input;
    }
}
