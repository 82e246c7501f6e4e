namespace SoraFunctions.Pipeline.Campaigns.Runs;

/// <summary>Where a run stands.</summary>
public enum RunState
{
    /// <summary>It waits until the run before is done.</summary>
    Queued,

    /// <summary>It is being made.</summary>
    Running,

    /// <summary>It begins nothing new until it is resumed.</summary>
    Paused,

    /// <summary>It is being given up.</summary>
    Cancelling,

    /// <summary>Every cell has ended.</summary>
    Completed,

    /// <summary>It was given up.</summary>
    Cancelled,

    /// <summary>Its budget came to an end before it did.</summary>
    Stopped,

    /// <summary>It could not be planned.</summary>
    Failed,

    /// <summary>It was due while the run before was not done.</summary>
    Skipped,
}
