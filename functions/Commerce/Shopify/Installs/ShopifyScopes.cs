namespace SoraFunctions.Commerce.Shopify.Installs;

/// <summary>What the app asks a shop to be allowed, each with what it is for. A right to write includes the one to read.</summary>
public static class ShopifyScopes
{
    /// <summary>Products, their translations and media, bulk operations over them; adding and ordering media.</summary>
    public const string Products = "write_products";

    /// <summary>Staged uploads, texts of files, removing our own earlier videos.</summary>
    public const string Files = "write_files";

    /// <summary>Webhooks of orders and refunds.</summary>
    public const string Orders = "read_orders";

    /// <summary>The languages of the shop.</summary>
    public const string Locales = "read_locales";

    /// <summary>Results of videos among the shop's marketing; asked only where the merchant is to see them there.</summary>
    public const string Results = "write_marketing_events";

    /// <summary>Those without which nothing works.</summary>
    public static IReadOnlyList<string> Needed { get; } = [Products, Files, Orders, Locales];

    /// <summary>Those that are asked for.</summary>
    /// <param name="results">Whether results are to be told to the shop.</param>
    public static IReadOnlyList<string> Asked(bool results) => results ? [.. Needed, Results] : Needed;

    /// <summary>Whether a scope was given.</summary>
    /// <param name="given">Separated by commas.</param>
    /// <param name="scope">Which.</param>
    public static bool Has(string? given, string scope) => Split(given).Contains(scope);

    /// <summary>Those that a shop has not given.</summary>
    /// <param name="given">Separated by commas.</param>
    /// <param name="results">Whether results are to be told to the shop.</param>
    public static IReadOnlyList<string> Missing(string? given, bool results = false)
    {
        var have = Split(given);
        return [.. Asked(results).Where(scope => !have.Contains(scope) && !(scope.StartsWith("read_", StringComparison.Ordinal) && have.Contains($"write_{scope[5..]}")))];
    }

    private static HashSet<string> Split(string? given) => [.. (given ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
