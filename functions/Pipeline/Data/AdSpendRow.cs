namespace SoraFunctions.Pipeline.Data;

/// <summary>What a tenant paid to have a video shown.</summary>
public sealed class AdSpendRow
{
    /// <summary><c>spend_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Who paid.</summary>
    public required string TenantId { get; init; }

    /// <summary>For which video.</summary>
    public required string VideoId { get; init; }

    /// <summary>In which channel.</summary>
    public required string Channel { get; init; }

    /// <summary>For which day of UTC, as <c>yyyy-MM-dd</c>.</summary>
    public required string Day { get; init; }

    /// <summary>How much, in the currency's smallest coin.</summary>
    public required long MinorUnits { get; init; }

    /// <summary>ISO 4217 code, upper case.</summary>
    public required string Currency { get; init; }
}
