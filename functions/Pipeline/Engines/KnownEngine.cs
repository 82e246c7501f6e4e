using SoraFunctions.Contract;

namespace SoraFunctions.Pipeline.Engines;

/// <summary>An engine that may be chosen.</summary>
/// <param name="Info">Its name, and what it can do.</param>
/// <param name="PricePerSecond">US dollars for a second of video, where another asks a price; null for an engine of the worker.</param>
public sealed record KnownEngine(EngineInfo Info, decimal? PricePerSecond);
