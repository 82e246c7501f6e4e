using System.ComponentModel;

namespace SoraFunctions.Pipeline.Campaigns.Wire;

/// <summary>Where the results of a campaign go.</summary>
public sealed record DeliveryWish
{
    /// <summary>To webhook endpoints.</summary>
    [Description("Whether webhook endpoints that ask for it are told of each video (campaign.cell.completed, campaign.cell.failed); of runs and budgets they are told in any case. Default: false.")]
    public bool? Webhook { get; init; }

    /// <summary>Onto the pages of products.</summary>
    [Description("Whether videos of a shop's products are put onto the products' pages; takes shop, one locale and one channel. Default: false.")]
    public bool? Shopify { get; init; }
}
