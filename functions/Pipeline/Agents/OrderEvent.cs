using SoraFunctions.Commerce.Agents;

namespace SoraFunctions.Pipeline.Agents;

/// <summary>What an agent is told of an order.</summary>
/// <param name="Type">Such as <c>order_create</c>.</param>
/// <param name="Data">The whole order.</param>
internal sealed record OrderEvent(string Type, AgentOrder Data);
