namespace SoraFunctions.Pipeline.Data;

/// <summary>A day's results of an activity that a shop was told of, or was about to be: written first, since nobody knows what a second telling would come to.</summary>
public sealed class ShopResultRow
{
    /// <summary>Which shop.</summary>
    public required string Shop { get; init; }

    /// <summary>Whose.</summary>
    public required string TenantId { get; init; }

    /// <summary>The activity's id, ours.</summary>
    public required string Activity { get; init; }

    /// <summary>Day of UTC as <c>yyyy-MM-dd</c>.</summary>
    public required string Day { get; init; }

    /// <summary>When the shop took it; null where its answer was lost.</summary>
    public DateTimeOffset? ToldAt { get; set; }
}
