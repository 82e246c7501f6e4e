using SoraFunctions.Pipeline.Campaigns.Plans;
using SoraFunctions.Pipeline.Campaigns.Wire;
using SoraFunctions.Pipeline.Requests.Wire;

namespace SoraFunctions.Pipeline.Tests.Campaigns;

/// <summary>Campaigns to begin with.</summary>
internal static class Wishes
{
    public static CampaignWish Small { get; } = new()
    {
        Name = "Autumn",
        Products = [Product("cup"), Product("bowl")],
        Locales = ["de-DE", "fr-FR"],
        Channels = ["tiktok-ad", "web"],
        Variants = [new VariantWish { Name = "calm" }, new VariantWish { Name = "loud", Hook = "Look at this" }],
    };

    public static CampaignProduct Product(string sku) => new() { Sku = sku, Product = new AdProduct { Title = $"The {sku}" } };

    public static IReadOnlyList<PlannedProduct> Planned(CampaignWish wish) =>
        [.. wish.Products!.Select(product => new PlannedProduct(product.Sku, product.Product.Title, $"document of {product.Sku}"))];

    public static CellMatrix Matrix(CampaignWish wish) =>
        new(wish, Planned(wish), CampaignRules.VariantsOf(wish), new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
}
