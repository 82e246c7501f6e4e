namespace SoraFunctions.Pipeline.Pictures;

/// <summary>The bytes of a picture that is taken, and what they say; not stored yet.</summary>
/// <param name="Bytes">All of the file.</param>
/// <param name="Facts">Kind and size.</param>
public sealed record CheckedPicture(ReadOnlyMemory<byte> Bytes, PictureFacts Facts);
