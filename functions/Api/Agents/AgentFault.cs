using SoraFunctions.Commerce.Agents;

namespace SoraFunctions.Api.Agents;

/// <summary>Ends a call of an agent with an error of its protocol.</summary>
internal sealed class AgentFault(int status, AgentError error) : Exception(error.Message)
{
    public int Status { get; } = status;

    public AgentError Error { get; } = error;

    public static AgentFault Invalid(string code, string message, string? param = null, int status = 400) =>
        new(status, new AgentError { Type = "invalid_request", Code = code, Message = message, Param = param });
}
