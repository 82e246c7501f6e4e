namespace SoraFunctions.Media.Projects;

/// <summary>Something to know about a stretch of the timeline.</summary>
/// <param name="Start">Its first frame.</param>
/// <param name="Frames">How long it is, at least 1.</param>
/// <param name="Kind"><c>caption</c>, <c>line</c>, <c>label</c> or <c>end card</c>.</param>
/// <param name="Words">What is shown or said.</param>
internal sealed record ProjectNote(int Start, int Frames, string Kind, string Words);
