namespace SoraFunctions.Pipeline.Data;

/// <summary>What a tenant ordered in a day or a month.</summary>
public sealed class QuotaUseRow
{
    /// <summary>Who ordered.</summary>
    public required string TenantId { get; init; }

    /// <summary>A day of UTC, such as <c>2026-11-23</c>, or a month, such as <c>2026-11</c>.</summary>
    public required string Period { get; init; }

    /// <summary>Videos that were ordered.</summary>
    public int Videos { get; set; }

    /// <summary>Thousandths of a second of video that were ordered.</summary>
    public long Milliseconds { get; set; }
}
