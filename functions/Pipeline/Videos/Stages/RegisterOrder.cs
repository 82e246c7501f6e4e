using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Write down the files of a rendition.</summary>
/// <param name="Channel">For which channel.</param>
/// <param name="Storyboard">The stored storyboard.</param>
/// <param name="Cut">The files of the cut.</param>
/// <param name="Stamped">The signed video, which takes the place of the cut's.</param>
public sealed record RegisterOrder(
    string Channel, BlobRef Storyboard, IReadOnlyDictionary<string, BlobRef> Cut, StampedFiles Stamped);
