namespace SoraFunctions.Contract.Renders;

/// <summary>What is to be looked into.</summary>
/// <param name="Video">SHA-256 of an MP4 file.</param>
public sealed record AnalysisOrder(string Video);
