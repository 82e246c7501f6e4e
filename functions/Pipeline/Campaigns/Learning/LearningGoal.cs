namespace SoraFunctions.Pipeline.Campaigns.Learning;

/// <summary>What counts as a success of a variant, and out of what.</summary>
public enum LearningGoal
{
    /// <summary>Orders of the people who came through its links.</summary>
    OrdersPerClick,

    /// <summary>Orders of those it was played to.</summary>
    OrdersPerPlay,

    /// <summary>People who came, of those it was played to.</summary>
    ClicksPerPlay,
}
