using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Judge this request.</summary>
/// <param name="Request">The stored request.</param>
public sealed record ModerateOrder(BlobRef Request);
