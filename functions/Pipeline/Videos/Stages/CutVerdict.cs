using SoraFunctions.Pipeline.Moderation;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>What was found in the frames of a finished cut.</summary>
/// <param name="Verdict">The judgement: allowed, or to be seen by a person first.</param>
/// <param name="Content">Names what was judged: the same for the same clips cut by the same storyboard, whichever video they are for.</param>
/// <param name="Warnings">What the caller should know.</param>
public sealed record CutVerdict(ModerationVerdict Verdict, string Content, IReadOnlyList<string> Warnings);
