using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Make the tracked link of a video.</summary>
/// <param name="Request">The stored request.</param>
public sealed record LinkOrder(BlobRef Request);
