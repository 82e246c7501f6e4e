namespace SoraFunctions.Pipeline.Data;

/// <summary>Something that was made for a tenant at another's price, booked once.</summary>
public sealed class UsageRow
{
    /// <summary>What was made, and for whom: the key that it was asked for by, so that nothing is booked twice.</summary>
    public required string Id { get; init; }

    /// <summary>Who pays.</summary>
    public required string TenantId { get; init; }

    /// <summary>For which video it was made first.</summary>
    public required string VideoId { get; init; }

    /// <summary>Which engine made it.</summary>
    public required string Engine { get; init; }

    /// <summary>Thousandths of a second that were made.</summary>
    public required long Milliseconds { get; init; }

    /// <summary>What it costs, in millionths of a US dollar.</summary>
    public required long MicroDollars { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset At { get; init; }
}
