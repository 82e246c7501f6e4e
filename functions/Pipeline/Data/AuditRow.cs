namespace SoraFunctions.Pipeline.Data;

/// <summary>Something that must be shown to have been done.</summary>
public sealed class AuditRow
{
    /// <summary>Whose.</summary>
    public required string TenantId { get; init; }

    /// <summary>1, 2, 3… for each tenant.</summary>
    public required long Number { get; init; }

    /// <summary>What it is.</summary>
    public required string Kind { get; init; }

    /// <summary>Of what.</summary>
    public required string Subject { get; init; }

    /// <summary>What else there is to say.</summary>
    public required string Detail { get; init; }

    /// <summary>When it was written down.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Until when it is kept.</summary>
    public required DateTimeOffset KeepUntil { get; init; }

    /// <summary>Hash of the record before; empty for the first.</summary>
    public required string Previous { get; init; }

    /// <summary>SHA-256 of all of this, in hex.</summary>
    public required string Hash { get; set; }
}
