using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Write the storyboard of this request.</summary>
/// <param name="Request">The stored request.</param>
public sealed record ExpandOrder(BlobRef Request);
