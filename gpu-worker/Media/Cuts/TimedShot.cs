using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Media.Cuts;

/// <summary>A shot with its place in the video, counted in frames.</summary>
/// <param name="Shot">The shot.</param>
/// <param name="Clip">Path of its silent video.</param>
/// <param name="Log">What happened in it.</param>
/// <param name="Start">First frame.</param>
/// <param name="Frames">Number of frames.</param>
/// <param name="Entry">How it begins; a plain cut on the first shot.</param>
/// <param name="EntryFrames">Frames that the entry takes; less than <paramref name="Frames"/>.</param>
internal sealed record TimedShot(
    Shot Shot,
    string Clip,
    ClipLog Log,
    int Start,
    int Frames,
    TransitionKind Entry,
    int EntryFrames)
{
    public int End => Start + Frames;
}
