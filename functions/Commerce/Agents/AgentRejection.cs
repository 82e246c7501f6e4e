namespace SoraFunctions.Commerce.Agents;

/// <summary>A code that took nothing off.</summary>
/// <param name="Code">As it was sent.</param>
/// <param name="Reason">In the protocol's words.</param>
/// <param name="Message">A sentence.</param>
public sealed record AgentRejection(string Code, string Reason, string Message);
