namespace SoraFunctions.Pipeline.Engines;

/// <summary>The engine that an order gets, and why.</summary>
/// <param name="Engine">Its name.</param>
/// <param name="Reason">For the caller, in a sentence.</param>
/// <param name="Others">Those that take its place if it is not there when shots are planned, in order.</param>
public sealed record EngineChoice(string Engine, string Reason, IReadOnlyList<string> Others);
