namespace SoraFunctions.Pipeline.Campaigns.Runs;

/// <summary>Where a cell stands.</summary>
public enum CellState
{
    /// <summary>It waits for its turn.</summary>
    Waiting,

    /// <summary>Its video is being made.</summary>
    Making,

    /// <summary>Its video waits to be approved.</summary>
    Review,

    /// <summary>Its video is ready.</summary>
    Done,

    /// <summary>It failed for good.</summary>
    Failed,

    /// <summary>It was given up with its run.</summary>
    Cancelled,

    /// <summary>There was no budget left for it.</summary>
    OverBudget,

    /// <summary>Its video was not approved.</summary>
    Rejected,
}
