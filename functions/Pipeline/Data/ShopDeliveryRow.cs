namespace SoraFunctions.Pipeline.Data;

/// <summary>A webhook that a shop was promised to be heard in.</summary>
public sealed class ShopDeliveryRow
{
    /// <summary><c>shd_</c> and 32 hex digits that follow from shop, topic and webhook id: a repeat has the same.</summary>
    public required string Id { get; init; }

    /// <summary>Which shop.</summary>
    public required string Shop { get; init; }

    /// <summary>Whose.</summary>
    public required string TenantId { get; init; }

    /// <summary>Such as <c>products/update</c>.</summary>
    public required string Topic { get; init; }

    /// <summary>What is needed of its body; null once it was handled.</summary>
    public string? Body { get; set; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When it was handled; null while that is due.</summary>
    public DateTimeOffset? HandledAt { get; set; }

    /// <summary>What came of it, where someone has to read it: the export of a request for data; null for nothing.</summary>
    public string? Outcome { get; set; }
}
