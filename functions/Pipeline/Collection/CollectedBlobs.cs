namespace SoraFunctions.Pipeline.Collection;

/// <summary>What one run of the <see cref="BlobCollector"/> deleted.</summary>
/// <param name="Count">How many blobs.</param>
/// <param name="Bytes">Their size together, in bytes.</param>
public sealed record CollectedBlobs(int Count, long Bytes);
