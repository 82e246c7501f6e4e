namespace SoraFunctions.Pipeline.Data;

/// <summary>A video that was signed under a grant. Booked once for each video and grant, with the terms of that moment; never changed.</summary>
public sealed class GrantUseRow
{
    /// <summary>The video.</summary>
    public required string VideoId { get; init; }

    /// <summary>The grant.</summary>
    public required string GrantId { get; init; }

    /// <summary>Whose video it is.</summary>
    public required string TenantId { get; init; }

    /// <summary>Who gave the grant.</summary>
    public required string HolderId { get; init; }

    /// <summary>Names of the works: a JSON array.</summary>
    public required string Works { get; init; }

    /// <summary>The holder's share, in hundredths of a per cent.</summary>
    public required int ShareBasisPoints { get; init; }

    /// <summary>When the first of the video's files was signed.</summary>
    public required DateTimeOffset At { get; init; }
}
