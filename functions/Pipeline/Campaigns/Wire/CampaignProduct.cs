using System.ComponentModel;
using SoraFunctions.Pipeline.Requests.Wire;

namespace SoraFunctions.Pipeline.Campaigns.Wire;

/// <summary>A product of a campaign as it is written.</summary>
public sealed record CampaignProduct
{
    /// <summary>What tells it from the others.</summary>
    [Description("What tells it from the others: 1 to 64 letters, digits, '.', '_' and '-'.")]
    public required string Sku { get; init; }

    /// <summary>The product.</summary>
    [Description("The product, as in POST /v1/ads.")]
    public required AdProduct Product { get; init; }

    /// <summary>Where its viewers are sent.</summary>
    [Description("Where viewers are sent, as in POST /v1/ads. Default: ad.link.")]
    public AdLink? Link { get; init; }

    /// <summary>What it is called and costs elsewhere.</summary>
    [Description("What is different in a locale, by its tag.")]
    public IReadOnlyDictionary<string, LocalWords>? Locales { get; init; }
}
