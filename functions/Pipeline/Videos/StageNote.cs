namespace SoraFunctions.Pipeline.Videos;

/// <summary>How far a stage of a video is.</summary>
/// <param name="VideoId">Which video.</param>
/// <param name="Stage">Which stage.</param>
/// <param name="Part">Channel and shot where a stage has several parts; empty otherwise.</param>
/// <param name="Done">0 to 1.</param>
public sealed record StageNote(string VideoId, Stage Stage, string Part, double Done);
