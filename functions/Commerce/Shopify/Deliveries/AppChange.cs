namespace SoraFunctions.Commerce.Shopify.Deliveries;

/// <summary>What the topics <c>app/uninstalled</c>, <c>app/scopes_update</c>, <c>bulk_operations/finish</c> and <c>products/delete</c> tell: the part that is used here.</summary>
public sealed record AppChange
{
    /// <summary>The number of a product that is gone.</summary>
    public long? Id { get; init; }

    /// <summary>The permanent name of the shop that has removed the app.</summary>
    public string? MyshopifyDomain { get; init; }

    /// <summary>What the app may do from now on.</summary>
    public IReadOnlyList<string>? Current { get; init; }

    /// <summary>The bulk operation that ended.</summary>
    public string? AdminGraphqlApiId { get; init; }
}
