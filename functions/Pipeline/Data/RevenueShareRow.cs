namespace SoraFunctions.Pipeline.Data;

/// <summary>Who has a share in a tenant's revenue since an instant, until the next row. Rows are added and never changed.</summary>
public sealed class RevenueShareRow
{
    /// <summary>Whose revenue.</summary>
    public required string TenantId { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Accounts and their weights: a JSON object of whole numbers, in order.</summary>
    public required string Parties { get; init; }
}
