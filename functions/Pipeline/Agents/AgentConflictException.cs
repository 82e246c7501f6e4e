namespace SoraFunctions.Pipeline.Agents;

/// <summary>A checkout is in no state to do that, or is being changed by another call.</summary>
/// <param name="code">A stable word.</param>
/// <param name="message">A sentence.</param>
public sealed class AgentConflictException(string code, string message) : Exception(message)
{
    /// <summary>A stable word.</summary>
    public string Code { get; } = code;
}
