namespace SoraFunctions.Models.Schedulers;

/// <summary>What a sampling is asked for.</summary>
/// <param name="Steps">How many times the model is called; at least 1.</param>
/// <param name="Tokens">The length of the sequence that the model sees (latent frames x height x width), for schedules that depend on it.</param>
/// <param name="Sigmas">Noise levels of its own before shifting, one a step; null for the scheduler's.</param>
public sealed record SamplingPlan(int Steps, int Tokens = 0, IReadOnlyList<double>? Sigmas = null);
