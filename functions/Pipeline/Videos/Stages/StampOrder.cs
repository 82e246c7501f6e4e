using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Sign this video.</summary>
/// <param name="Video">The stored cut.</param>
/// <param name="ContentId">Names the content; the ids in the manifest follow from it.</param>
/// <param name="Origin">What the manifest says.</param>
public sealed record StampOrder(BlobRef Video, string ContentId, VideoOrigin Origin);
