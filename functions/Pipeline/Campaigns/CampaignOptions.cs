namespace SoraFunctions.Pipeline.Campaigns;

/// <summary>How much campaigns may take of a deployment. What is ordered one by one goes first: while such a video is unfinished, they take a quarter.</summary>
public sealed record CampaignOptions
{
    /// <summary>For one machine.</summary>
    public static CampaignOptions Usual { get; } = new();

    /// <summary>How many videos of a tenant's campaigns are made at once, 1 or more.</summary>
    public int VideosAtOnce { get; init; } = 8;

    /// <summary>How many videos of all campaigns an engine makes at once, 1 or more; tenants share it alike.</summary>
    public int VideosOfEngine { get; init; } = 16;

    /// <summary>How often a run looks how far its videos are.</summary>
    public TimeSpan Look { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a cell that failed waits before it is tried again; twice as long each further time.</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromSeconds(30);
}
