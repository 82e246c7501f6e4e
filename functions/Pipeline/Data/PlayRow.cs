namespace SoraFunctions.Pipeline.Data;

/// <summary>How often something happened to a video in a player on one day. Who saw it is not kept.</summary>
public sealed class PlayRow
{
    /// <summary>Which video.</summary>
    public required string VideoId { get; init; }

    /// <summary>Where it was shown.</summary>
    public required string Channel { get; init; }

    /// <summary>Day of UTC as <c>yyyy-MM-dd</c>.</summary>
    public required string Day { get; init; }

    /// <summary>What happened, in VAST's words.</summary>
    public required string Event { get; init; }

    /// <summary>Whose video.</summary>
    public required string TenantId { get; init; }

    /// <summary>How often.</summary>
    public required long Count { get; init; }
}
