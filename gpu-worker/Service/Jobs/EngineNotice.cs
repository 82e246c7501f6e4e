using SoraFunctions.Contract;

namespace SoraFunctions.Service.Jobs;

/// <summary>Word of an engine that some replica has.</summary>
/// <param name="Engine">What it is.</param>
/// <param name="Told">When, by the clock of the replica that told.</param>
internal sealed record EngineNotice(EngineInfo Engine, DateTimeOffset Told);
