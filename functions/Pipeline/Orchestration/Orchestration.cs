namespace SoraFunctions.Pipeline.Orchestration;

/// <summary>The name of an orchestration and the types of its messages.</summary>
/// <param name="Name">Unique in the catalog; both hosts know it by this name.</param>
/// <typeparam name="TInput">A small message.</typeparam>
/// <typeparam name="TOutput">A small message.</typeparam>
public sealed record Orchestration<TInput, TOutput>(string Name);
