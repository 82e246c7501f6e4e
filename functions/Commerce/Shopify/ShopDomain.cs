using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace SoraFunctions.Commerce.Shopify;

/// <summary>
/// The permanent name of a Shopify shop, such as <c>green-kettle.myshopify.com</c>, lower case. Nothing else may stand where requests with the shop's
/// token go, so it can only be made from such a name.
/// </summary>
public sealed partial record ShopDomain
{
    private ShopDomain(string name) => Name = name;

    /// <summary>The name, lower case.</summary>
    public string Name { get; }

    /// <summary>Reads a name in either case.</summary>
    /// <param name="text">What was sent; null for nothing.</param>
    /// <param name="shop">The shop; null when it is no such name.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ShopDomain? shop)
    {
        shop = text is not null && Shape().IsMatch(text) ? new ShopDomain(text.ToLowerInvariant()) : null;
        return shop is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    [GeneratedRegex(@"\A[a-zA-Z0-9][a-zA-Z0-9-]{0,59}\.myshopify\.com\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
