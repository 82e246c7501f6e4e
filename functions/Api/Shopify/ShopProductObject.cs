namespace SoraFunctions.Api.Shopify;

/// <summary>A product of a shop on the wire, and how its video is.</summary>
internal sealed record ShopProductObject(
    string Id,
    string Object,
    string Status,
    long? UpdatedAt,
    string? VideoId,
    string? MediaId,
    long? PublishedAt,
    string? Fault);
