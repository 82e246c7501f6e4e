namespace SoraFunctions.Pipeline.Orchestration;

/// <summary>The code of an orchestration, as it was from one version of the catalog on.</summary>
/// <param name="Since">First version of the catalog that has it, 1 or more.</param>
/// <param name="Run">The code: replayed, so without side effects of its own.</param>
public sealed record OrchestrationCode(int Since, Func<IOrchestrationContext, object?, Task<object?>> Run);
