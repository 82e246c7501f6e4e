namespace SoraFunctions.Pipeline.Storage;

/// <summary>A blob as a list of them has it.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Length">Size in bytes.</param>
/// <param name="UsedAt">When it was put or last counted as used.</param>
public sealed record StoredBlob(string Path, long Length, DateTimeOffset UsedAt);
