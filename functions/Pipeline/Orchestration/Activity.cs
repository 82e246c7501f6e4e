namespace SoraFunctions.Pipeline.Orchestration;

/// <summary>The name of an activity and the types of its messages.</summary>
/// <param name="Name">Unique in the catalog; both hosts know it by this name.</param>
/// <param name="Version">Raised whenever the same input would give another result; part of the result's key.</param>
/// <typeparam name="TInput">A small message.</typeparam>
/// <typeparam name="TOutput">A small message.</typeparam>
public sealed record Activity<TInput, TOutput>(string Name, int Version);
