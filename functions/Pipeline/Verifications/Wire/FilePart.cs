namespace SoraFunctions.Pipeline.Verifications.Wire;

/// <summary>Which file was examined.</summary>
/// <param name="Sha256">Content hash, 64 lower-case hex digits.</param>
/// <param name="Bytes">Length.</param>
public sealed record FilePart(string Sha256, long Bytes);
