namespace SoraFunctions.Pipeline.Data;

/// <summary>Where a video stands.</summary>
public enum VideoStatus
{
    /// <summary>Accepted.</summary>
    Queued,

    /// <summary>Being made.</summary>
    InProgress,

    /// <summary>Ready.</summary>
    Completed,

    /// <summary>Given up.</summary>
    Failed,
}
