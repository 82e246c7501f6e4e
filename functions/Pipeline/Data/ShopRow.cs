namespace SoraFunctions.Pipeline.Data;

/// <summary>A shop of Shopify's that has installed the app.</summary>
public sealed class ShopRow
{
    /// <summary>Its permanent name, such as <c>green-kettle.myshopify.com</c>.</summary>
    public required string Domain { get; init; }

    /// <summary>Whose: a shop belongs to one tenant.</summary>
    public required string TenantId { get; set; }

    /// <summary>What its Admin API is asked with, sealed; null once the app was removed.</summary>
    public string? SealedToken { get; set; }

    /// <summary>What the app may do, separated by commas.</summary>
    public required string Scopes { get; set; }

    /// <summary>The name that buyers reach it by; null until it was asked.</summary>
    public string? Host { get; set; }

    /// <summary>What it is called; null until it was asked.</summary>
    public string? Name { get; set; }

    /// <summary>ISO 4217 code of its prices; null until it was asked.</summary>
    public string? Currency { get; set; }

    /// <summary>Its languages as BCP 47 tags separated by blanks, the main one first; null until it was asked.</summary>
    public string? Locales { get; set; }

    /// <summary>Since when the app is installed.</summary>
    public required DateTimeOffset InstalledAt { get; set; }

    /// <summary>When the app was removed; null while it is installed.</summary>
    public DateTimeOffset? UninstalledAt { get; set; }

    /// <summary>Whether finished videos are put onto the pages of their products.</summary>
    public bool Publishes { get; set; }

    /// <summary>The last day of UTC of whose results it was told, as <c>yyyy-MM-dd</c>; null for none.</summary>
    public string? ResultsTo { get; set; }

    /// <summary>The back-fill that is under way, or was the last; null for none yet.</summary>
    public string? BackFill { get; set; }

    /// <summary>The bulk operation that it waits for; null for none.</summary>
    public string? BulkId { get; set; }

    /// <summary>Up to when changes of products are known; null for none.</summary>
    public DateTimeOffset? ReconciledTo { get; set; }
}
