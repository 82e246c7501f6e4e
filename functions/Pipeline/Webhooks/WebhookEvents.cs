namespace SoraFunctions.Pipeline.Webhooks;

/// <summary>The types of events that are announced.</summary>
public static class WebhookEvents
{
    /// <summary>A video is ready.</summary>
    public const string VideoCompleted = "video.completed";

    /// <summary>A video was given up.</summary>
    public const string VideoFailed = "video.failed";

    /// <summary>A run of a campaign has ended.</summary>
    public const string CampaignRunCompleted = "campaign.run.completed";

    /// <summary>A run of a campaign was given up, stopped by its budget, or could not be planned.</summary>
    public const string CampaignRunFailed = "campaign.run.failed";

    /// <summary>The samples of a run are ready to be approved.</summary>
    public const string CampaignApprovalRequired = "campaign.approval.required";

    /// <summary>The budget of a campaign comes to an end.</summary>
    public const string CampaignBudgetWarning = "campaign.budget.warning";

    /// <summary>A video of a campaign is ready.</summary>
    public const string CampaignCellCompleted = "campaign.cell.completed";

    /// <summary>A video of a campaign failed for good.</summary>
    public const string CampaignCellFailed = "campaign.cell.failed";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        VideoCompleted, VideoFailed, CampaignRunCompleted, CampaignRunFailed, CampaignApprovalRequired, CampaignBudgetWarning,
        CampaignCellCompleted, CampaignCellFailed,
    ];
}
