namespace SoraFunctions.Pipeline.Data;

/// <summary>How many of an item agents may buy.</summary>
public sealed class AgentStockRow
{
    /// <summary>Whose.</summary>
    public required string TenantId { get; init; }

    /// <summary>The item, by its id in the feed.</summary>
    public required string Item { get; init; }

    /// <summary>How many there are, less what is being paid.</summary>
    public required int Quantity { get; set; }
}
