namespace SoraFunctions.Pipeline.Data;

/// <summary>Something that was used for a tenant, booked once and never changed.</summary>
public sealed class UsageRow
{
    /// <summary>What was made, and for whom: the key that it was asked for by, so that nothing is booked twice.</summary>
    public required string Id { get; init; }

    /// <summary>Who pays.</summary>
    public required string TenantId { get; init; }

    /// <summary>For which video it was made first; empty for none.</summary>
    public required string VideoId { get; init; }

    /// <summary>Which engine made it.</summary>
    public required string Engine { get; init; }

    /// <summary>What it was used for: one of <see cref="Usage.UsageStage"/>.</summary>
    public required string Stage { get; init; }

    /// <summary>The project that its video is noted on; null for none.</summary>
    public string? Project { get; init; }

    /// <summary>The campaign that its video is noted on; null for none.</summary>
    public string? Campaign { get; init; }

    /// <summary>Thousandths of a second that were made.</summary>
    public required long Milliseconds { get; init; }

    /// <summary>Pixels that were made.</summary>
    public long Pixels { get; init; }

    /// <summary>Thousandths of a second that a worker worked.</summary>
    public long WorkMilliseconds { get; init; }

    /// <summary>Those of them during which a GPU worked.</summary>
    public long GpuMilliseconds { get; init; }

    /// <summary>Tokens that a language model read and wrote.</summary>
    public long Tokens { get; init; }

    /// <summary>Bytes that were made.</summary>
    public long Bytes { get; init; }

    /// <summary>Bytes that were stored, times days.</summary>
    public long ByteDays { get; init; }

    /// <summary>What it costs, in millionths of a US dollar.</summary>
    public required long MicroDollars { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>On which day of UTC, such as <c>2026-11-23</c>.</summary>
    public required string Day { get; init; }
}
