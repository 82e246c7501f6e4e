namespace SoraFunctions.Pipeline.Data;

/// <summary>That the orders of a tenant are counted up to the last of its events. Who counts changes this row first, so that one does at a time.</summary>
public sealed class SaleBookRow
{
    /// <summary>Whose.</summary>
    public required string TenantId { get; init; }

    /// <summary>Rises with each count.</summary>
    public long Version { get; init; }
}
