using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>How the story of a video is told on one channel.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Storyboard">The stored <see cref="Contract.Storyboards.Storyboard"/> of this rendition.</param>
/// <param name="Filmed">
/// The raster in which its shots are filmed: its own, or the larger one of a rendition of the same shape and shots, whose clips it shares; null for its own.
/// </param>
public sealed record ToldRendition(string Channel, BlobRef Storyboard, FrameFormat? Filmed = null);
