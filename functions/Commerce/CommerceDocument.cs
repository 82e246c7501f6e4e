using System.Text.Json;
using SoraFunctions.Commerce.Prices;

namespace SoraFunctions.Commerce;

/// <summary>What <c>commerce.json</c> holds: everything that a shop needs to put a video to work.</summary>
public sealed record CommerceDocument
{
    /// <summary>The tracked short link; null when the video sends nobody anywhere.</summary>
    public string? Link { get; init; }

    /// <summary>The last part of the link.</summary>
    public string? Code { get; init; }

    /// <summary>Where the link leads, tags included.</summary>
    public string? Destination { get; init; }

    /// <summary>What the QR code on the end card holds.</summary>
    public string? QrText { get; init; }

    /// <summary>The links of all channels, the main one first; null when there are none.</summary>
    public IReadOnlyList<CommerceLink>? Links { get; init; }

    /// <summary>The discount code that it shows; null for none.</summary>
    public string? DiscountCode { get; init; }

    /// <summary>The video; null in documents of older versions.</summary>
    public CommerceVideo? Video { get; init; }

    /// <summary>Name of the product; null for none.</summary>
    public string? Product { get; init; }

    /// <summary>Its price; null when unknown.</summary>
    public Money? Price { get; init; }

    /// <summary>Its price as the video's readers write it.</summary>
    public string? PriceText { get; init; }

    /// <summary>Schema.org description of the video and the product, for the page that shows them.</summary>
    public required JsonElement JsonLd { get; init; }
}
