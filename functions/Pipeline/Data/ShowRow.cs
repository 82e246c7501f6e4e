namespace SoraFunctions.Pipeline.Data;

/// <summary>A video that its audience changes.</summary>
public sealed class ShowRow
{
    /// <summary><c>show_…</c>; rises with time.</summary>
    public required string Id { get; init; }

    /// <summary>Whose.</summary>
    public required string TenantId { get; init; }

    /// <summary>What it began with.</summary>
    public required string FirstVideoId { get; init; }

    /// <summary>The cut that is shown.</summary>
    public required string VideoId { get; set; }

    /// <summary>The cut that is being made; null for none.</summary>
    public string? MakingVideoId { get; set; }

    /// <summary>What that changes: the change of its votes.</summary>
    public string? MakingChange { get; set; }

    /// <summary>Which cut is shown, from 0.</summary>
    public int Cut { get; set; }

    /// <summary>How often a cut was begun; each has a video of its own.</summary>
    public int Tries { get; set; }

    /// <summary>Minutes from one cut to the next.</summary>
    public required int CadenceMinutes { get; init; }

    /// <summary>How many votes a change needs.</summary>
    public required int MinimumVotes { get; init; }

    /// <summary>After how many cuts it ends.</summary>
    public required int MostCuts { get; init; }

    /// <summary>When it was begun.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When votes are next counted.</summary>
    public required DateTimeOffset NextCutAt { get; set; }

    /// <summary>When it is to end; null for with its last cut.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
