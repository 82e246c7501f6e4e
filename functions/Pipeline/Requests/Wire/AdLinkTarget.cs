using System.ComponentModel;

namespace SoraFunctions.Pipeline.Requests.Wire;

/// <summary>Where some viewers are sent, as it is written: exactly one of an address, a cart, a permalink and a payment link.</summary>
public sealed record AdLinkTarget
{
    /// <summary>Which channels.</summary>
    [Description("Viewers of these channels; all when left out.")]
    public IReadOnlyList<string>? Channels { get; init; }

    /// <summary>Which countries.</summary>
    [Description("Viewers in these countries, ISO 3166-1 codes of two capitals; all when left out.")]
    public IReadOnlyList<string>? Countries { get; init; }

    /// <summary>Which languages.</summary>
    [Description("Viewers who read these languages, BCP 47 tags such as de or zh-TW; all when left out.")]
    public IReadOnlyList<string>? Languages { get; init; }

    /// <summary>An address.</summary>
    [Description("Absolute http or https address: a page of the shop, a payment link of Stripe, anything.")]
    public string? Url { get; init; }

    /// <summary>A cart.</summary>
    [Description("A cart of a Shopify shop.")]
    public AdCart? Cart { get; init; }

    /// <summary>Whether it is a payment link.</summary>
    [Description("true for a payment link of Stripe that is made for the product at its price, with your account of POST /v1/stripe.")]
    public bool? Payment { get; init; }

    /// <summary>A permalink.</summary>
    [Description("A checkout at a shop of the Universal Commerce Protocol.")]
    public AdPermalink? Permalink { get; init; }
}
