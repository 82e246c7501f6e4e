namespace SoraFunctions.Commerce.Shopify.Marketing;

/// <summary>The UTM tags by which a shop tells visits apart.</summary>
/// <param name="Campaign"><c>utm_campaign</c>.</param>
/// <param name="Medium"><c>utm_medium</c>.</param>
/// <param name="Source"><c>utm_source</c>.</param>
public sealed record ShopTags(string Campaign, string Medium, string Source)
{
    /// <summary>Those of an address; null where it lacks one of the three.</summary>
    /// <param name="address">The destination of a tracked link.</param>
    public static ShopTags? Of(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var found = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2)
            .ToLookup(pair => Uri.UnescapeDataString(pair[0]), pair => Uri.UnescapeDataString(pair[1].Replace('+', ' ')));
        string? Value(string name) => found[name].FirstOrDefault() is { Length: > 0 } value ? value : null;
        return Value("utm_campaign") is { } campaign && Value("utm_medium") is { } medium && Value("utm_source") is { } source
            ? new ShopTags(campaign, medium, source)
            : null;
    }
}
