using System.Globalization;

namespace SoraFunctions.Commerce.Shopify.Admin;

/// <summary>Ids of the Admin API: <c>gid://shopify/Product/41</c>.</summary>
public static class AdminId
{
    /// <summary>The id of a product.</summary>
    /// <param name="number">Its number in the shop.</param>
    public static string Product(long number) => FormattableString.Invariant($"gid://shopify/Product/{number}");

    /// <summary>The number in an id; null when there is none.</summary>
    /// <param name="id">Such as <c>gid://shopify/Product/41</c>; null for none.</param>
    public static long? NumberOf(string? id) =>
        id is not null && long.TryParse(id[(id.LastIndexOf('/') + 1)..].Split('?')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
