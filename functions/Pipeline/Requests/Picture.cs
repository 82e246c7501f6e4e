using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Requests;

/// <summary>A picture that was checked and stored.</summary>
/// <param name="Blob">Its bytes: PNG, JPEG or WebP.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
public sealed record Picture(BlobRef Blob, int Width, int Height);
