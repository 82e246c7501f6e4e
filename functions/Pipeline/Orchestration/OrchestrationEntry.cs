namespace SoraFunctions.Pipeline.Orchestration;

/// <summary>One orchestration of the catalog.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Input">The type of its input.</param>
/// <param name="Output">The type of its output.</param>
/// <param name="Run">Its code.</param>
public sealed record OrchestrationEntry(
    string Name, Type Input, Type Output, Func<IOrchestrationContext, object?, Task<object?>> Run);
