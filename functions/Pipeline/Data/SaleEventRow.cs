using SoraFunctions.Commerce.Attribution;

namespace SoraFunctions.Pipeline.Data;

/// <summary>A <see cref="SaleEvent"/> as it was told. Rows are added and never changed.</summary>
public sealed class SaleEventRow
{
    /// <summary>Whose sale.</summary>
    public required string TenantId { get; init; }

    /// <summary>What happened.</summary>
    public required string Id { get; init; }

    /// <summary>SHA-256 of the tale in hex: told again word by word, it is the same row; told otherwise, another.</summary>
    public required string Hash { get; init; }

    /// <summary>To which order.</summary>
    public required string Order { get; init; }

    /// <summary>What kind of thing.</summary>
    public required SaleEventKind Kind { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How much, in the currency's smallest coin.</summary>
    public required long MinorUnits { get; init; }

    /// <summary>ISO 4217 code, upper case.</summary>
    public required string Currency { get; init; }

    /// <summary>Other names of the order: a JSON array of strings.</summary>
    public required string AlsoKnownAs { get; init; }

    /// <summary>What led to it: a JSON array of <see cref="Commerce.Attribution.Evidence"/>.</summary>
    public required string Evidence { get; init; }

    /// <summary>When it was told.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}
