namespace SoraFunctions.Pipeline.Usage;

/// <summary>By what usage is summed up.</summary>
public enum UsageGroup
{
    /// <summary>The day, in UTC.</summary>
    Day,

    /// <summary>The project that videos are noted on.</summary>
    Project,

    /// <summary>The campaign.</summary>
    Campaign,

    /// <summary>What did it.</summary>
    Engine,

    /// <summary>What it was used for.</summary>
    Stage,

    /// <summary>The video.</summary>
    Video,
}
