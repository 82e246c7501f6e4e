namespace SoraFunctions.Pipeline.Storage;

/// <summary>A blob as messages carry it.</summary>
/// <param name="Path">Where it is in the store.</param>
/// <param name="Sha256">Content hash, 64 lower-case hex digits.</param>
/// <param name="Length">Size in bytes.</param>
/// <param name="MediaType">Such as <c>video/mp4</c>.</param>
public sealed record BlobRef(string Path, string Sha256, long Length, string MediaType);
