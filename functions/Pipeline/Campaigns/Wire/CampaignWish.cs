using System.ComponentModel;
using SoraFunctions.Pipeline.Requests.Wire;

namespace SoraFunctions.Pipeline.Campaigns.Wire;

/// <summary>The body of <c>POST /v1/campaigns</c> as it is written: a matrix of products, locales, channels and creative variants, and when it is made.</summary>
public sealed record CampaignWish
{
    /// <summary>What people call it.</summary>
    [Description("What you call it, 1 to 80 characters.")]
    public required string Name { get; init; }

    /// <summary>What is advertised.</summary>
    [Description("What is advertised: 1 to 2,000 products, or none where shop says which.")]
    public IReadOnlyList<CampaignProduct>? Products { get; init; }

    /// <summary>Which products of a shop are advertised.</summary>
    [Description("Which products of a Shopify shop are advertised, asked for anew at each run.")]
    public ShopQuery? Shop { get; init; }

    /// <summary>What all cells have in common.</summary>
    [Description("What all videos have in common, as in POST /v1/ads, without product, channels, language, storyboard and metadata.")]
    public AdRequest? Ad { get; init; }

    /// <summary>Languages.</summary>
    [Description("Languages: 1 to 50 different BCP 47 tags, such as de-DE.")]
    public required IReadOnlyList<string> Locales { get; init; }

    /// <summary>Channels.</summary>
    [Description("Channels: 1 to 20 different names of GET /v1/channels.")]
    public required IReadOnlyList<string> Channels { get; init; }

    /// <summary>Creative variants, which compete.</summary>
    [Description("Creative variants, up to 20, which compete. Default: one, named main.")]
    public IReadOnlyList<VariantWish>? Variants { get; init; }

    /// <summary>Since when it runs.</summary>
    [Description("When it begins, ISO 8601; at once when left out.")]
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>Until when it runs.</summary>
    [Description("When it ends, ISO 8601; no run begins from then on. Never when left out.")]
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>When it is made.</summary>
    [Description("When it is made. Left out, it is made when POST /v1/campaigns/{id}/runs asks for it.")]
    public ScheduleWish? Schedule { get; init; }

    /// <summary>What it may cost.</summary>
    [Description("What all its runs together may cost. Default: no limit of its own.")]
    public BudgetWish? Budget { get; init; }

    /// <summary>Who goes first.</summary>
    [Description("Which of your campaigns goes first: 0 (last) to 9 (first). Default: 5.")]
    public int? Priority { get; init; }

    /// <summary>Who has to agree.</summary>
    [Description("Who has to agree: none; sample, a video of each variant is made and the rest waits for your approval; all, each video waits for it before it is delivered. Default: none.")]
    public string? Approval { get; init; }

    /// <summary>What videos are called.</summary>
    [Description("What videos are called: a pattern of letters, digits, '.', '_', '-' and {campaign}, {sku}, {product}, {locale}, {channel}, {variant}, {number}, {date}. Default: {sku}-{locale}-{channel}-{variant}.")]
    public string? Naming { get; init; }

    /// <summary>How often a cell is tried again.</summary>
    [Description("How often a video that failed is tried again: 0 to 5; a refusal by moderation never is. Default: 2.")]
    public int? Retries { get; init; }

    /// <summary>How many are made at once.</summary>
    [Description("How many of its videos are made at once, 1 to 500, as far as the deployment lets it. Default: as many as the deployment lets it.")]
    public int? AtOnce { get; init; }

    /// <summary>Where results go.</summary>
    [Description("Where results go. The manifest and the export of a run are there in any case.")]
    public DeliveryWish? Delivery { get; init; }

    /// <summary>How variants are compared.</summary>
    [Description("How variants are compared, and when a winner takes the next run. Default: they are not.")]
    public LearningWish? Learning { get; init; }
}
