namespace SoraFunctions.Pipeline.Data;

/// <summary>A name that an order is told of by.</summary>
public sealed class SaleNameRow
{
    /// <summary>Whose sale.</summary>
    public required string TenantId { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The order that it means, as <see cref="SaleOrderRow.Order"/>.</summary>
    public required string Order { get; set; }
}
