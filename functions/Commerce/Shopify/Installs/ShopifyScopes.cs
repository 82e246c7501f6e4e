namespace SoraFunctions.Commerce.Shopify.Installs;

/// <summary>What the app asks a shop to be allowed, each with what it is for. A right to write includes the one to read.</summary>
public static class ShopifyScopes
{
    /// <summary>Products, their media and bulk operations over them; adding and ordering media.</summary>
    public const string Products = "write_products";

    /// <summary>Staged uploads, texts of files, removing our own earlier videos.</summary>
    public const string Files = "write_files";

    /// <summary>Webhooks of orders and refunds.</summary>
    public const string Orders = "read_orders";

    /// <summary>The languages of the shop.</summary>
    public const string Locales = "read_locales";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Products, Files, Orders, Locales];

    /// <summary>Those that a shop has not given.</summary>
    /// <param name="given">Separated by commas.</param>
    public static IReadOnlyList<string> Missing(string? given)
    {
        var have = (given ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        return [.. All.Where(scope => !have.Contains(scope) && !(scope.StartsWith("read_", StringComparison.Ordinal) && have.Contains($"write_{scope[5..]}")))];
    }
}
