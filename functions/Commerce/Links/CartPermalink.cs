namespace SoraFunctions.Commerce.Links;

/// <summary>
/// A link that opens the checkout of a Shopify shop with things in the cart. Its attributes come back on the order, which makes them the surest way to
/// know what led to it. Source: shopify.dev, "Create cart permalinks".
/// </summary>
/// <param name="Host">The shop's own host, such as <c>shop.example</c>, or its permanent name.</param>
/// <param name="Items">What is put into the cart, one or more.</param>
public sealed record CartPermalink(string Host, IReadOnlyList<CartItem> Items)
{
    /// <summary>Codes of discounts that are applied.</summary>
    public IReadOnlyList<string> Discounts { get; init; } = [];

    /// <summary>What comes back on the order (<c>note_attributes</c>), such as the video.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Attributes { get; init; } = [];

    /// <summary>Who referred, as the order's conversion summary will show it; null for none.</summary>
    public string? Referrer { get; init; }

    /// <summary>Whether the visitor sees the cart first, and not the checkout at once.</summary>
    public bool ShowsCart { get; init; }

    /// <summary>The address, ASCII only. Fails with <see cref="FormatException"/> that says what would be accepted.</summary>
    public string Address()
    {
        if (Uri.CheckHostName(Host) is not UriHostNameType.Dns)
        {
            throw new FormatException($"the shop's host '{Host}' is no name such as shop.example");
        }

        if (Items.Count == 0 || Items.Any(item => item.VariantId <= 0 || item.Quantity < 1))
        {
            throw new FormatException("a cart needs one item or more, each with the number of a variant and a quantity of 1 or more");
        }

        var query = new List<string>();
        if (Discounts.Count > 0)
        {
            query.Add($"discount={string.Join(',', Discounts.Select(Uri.EscapeDataString))}");
        }

        query.AddRange(Attributes.Select(one => $"attributes%5B{Uri.EscapeDataString(one.Key)}%5D={Uri.EscapeDataString(one.Value)}"));
        if (Referrer is { Length: > 0 } referrer)
        {
            query.Add($"ref={Uri.EscapeDataString(referrer)}");
        }

        if (ShowsCart)
        {
            query.Add("storefront=true");
        }

        var items = string.Join(',', Items.Select(item => FormattableString.Invariant($"{item.VariantId}:{item.Quantity}")));
        return $"https://{new Uri($"https://{Host}").IdnHost}/cart/{items}{(query.Count > 0 ? "?" : "")}{string.Join('&', query)}";
    }
}
