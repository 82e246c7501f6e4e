using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Cuts;

namespace SoraFunctions.Media.Projects;

/// <summary>One clip on the timeline of a project, in frames.</summary>
/// <param name="Shot">The shot that it shows.</param>
/// <param name="File">Its media file, relative to the project.</param>
/// <param name="MediaFrames">Frames in that file: those of the shot, and its last picture held for as long as the next one takes to come in.</param>
/// <param name="Start">Where it begins on the timeline: in the middle of its entry.</param>
/// <param name="In">First frame that is used of the file.</param>
/// <param name="Frames">How many are used.</param>
/// <param name="Entry">How it comes in.</param>
/// <param name="EntryFrames">Frames that the entry takes.</param>
internal sealed record ProjectClip(
    TimedShot Shot, string File, int MediaFrames, int Start, int In, int Frames, TransitionKind Entry, int EntryFrames)
{
    /// <summary>Where it ends on the timeline.</summary>
    public int End => Start + Frames;

    /// <summary>Whether it comes in over the clip before it.</summary>
    public bool Overlaps => Overlapping(Entry);

    /// <summary>Whether an entry is made of both clips.</summary>
    public static bool Overlapping(TransitionKind entry) => entry is TransitionKind.Dissolve or TransitionKind.Push;
}
