namespace SoraFunctions.Pipeline.Orchestration;

/// <summary>Where an orchestration stands.</summary>
public enum InstanceState
{
    /// <summary>Accepted or in flight.</summary>
    Running,

    /// <summary>Ended with a result.</summary>
    Completed,

    /// <summary>Ended with an error.</summary>
    Failed,

    /// <summary>Ended from outside.</summary>
    Cancelled,

    /// <summary>In flight, but held until it is resumed.</summary>
    Suspended,
}
