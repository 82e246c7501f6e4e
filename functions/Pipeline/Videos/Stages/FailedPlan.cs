using SoraFunctions.Contract;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>What came of a plan whose engine failed on the way.</summary>
/// <param name="Engines">The engines that failed, the last one last.</param>
/// <param name="Made">SHA-256 of the order of each shot that is made, in the order of the storyboard; null for one that is not.</param>
/// <param name="Makers">The engines that made them.</param>
public sealed record FailedPlan(IReadOnlyList<string> Engines, IReadOnlyList<string?> Made, IReadOnlyList<EngineInfo> Makers);
