using System.Globalization;

namespace SoraFunctions.Commerce.Shopify.Deliveries;

/// <summary>What the headers of a webhook of Shopify's say. Nothing of it is signed: the signature covers the body alone.</summary>
/// <param name="Topic">Such as <c>products/update</c>; a constant of Shopify's API, such as <c>PRODUCTS_UPDATE</c>, is read as the topic that it stands for.</param>
/// <param name="Shop">Whose.</param>
/// <param name="Id">One and the same on every repeat of this delivery; with the topic it tells repeats.</param>
/// <param name="Signature">Base64, not yet checked.</param>
public sealed record ShopifyDelivery(string Topic, ShopDomain Shop, string Id, string Signature)
{
    private const int Longest = 255;

    /// <summary>One and the same for all deliveries that one act of the merchant caused; null where it is not said.</summary>
    public string? EventId { get; init; }

    /// <summary>The version of the API that the body is written in, such as <c>2026-10</c>; null where it is not said.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>When what it tells of happened; null where it is not said.</summary>
    public DateTimeOffset? TriggeredAt { get; init; }

    /// <summary>
    /// Reads the headers of either family: <c>X-Shopify-*</c> of webhooks, <c>shopify-*</c> of events. Fails with <see cref="FormatException"/> that
    /// names the header that is missing or can't be read.
    /// </summary>
    /// <param name="header">Gives a header's value, whatever the case of its name; null for none.</param>
    public static ShopifyDelivery Read(Func<string, string?> header)
    {
        ArgumentNullException.ThrowIfNull(header);
        var prefix = header("shopify-hmac-sha256") is { Length: > 0 } ? "shopify-" : "X-Shopify-";
        string? Say(string name) => header(prefix + name) is { Length: > 0 and <= Longest } value && !value.Any(char.IsControl) ? value : null;
        string Need(string name) => Say(name) ?? throw new FormatException($"the header {prefix}{name} is missing, or longer than {Longest} characters");
        var signature = Need("Hmac-Sha256");
        return new ShopifyDelivery(
            TopicOf(Need("Topic").ToLowerInvariant()),
            ShopDomain.TryParse(Need("Shop-Domain"), out var shop) ? shop
                : throw new FormatException($"the header {prefix}Shop-Domain must be a name such as green-kettle.myshopify.com"),
            Need("Webhook-Id"),
            signature)
        {
            EventId = Say("Event-Id"),
            ApiVersion = Say("API-Version"),
            TriggeredAt = DateTimeOffset.TryParse(Say("Triggered-At"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null,
        };
    }

    // Which underscore of a constant stands for the slash can't be told from the constant.
    private static string TopicOf(string said) =>
        said.Contains('/') ? said : ShopifyTopics.All.FirstOrDefault(topic => ShopifyTopics.ConstantOf(topic).Equals(said, StringComparison.OrdinalIgnoreCase)) ?? said;
}
