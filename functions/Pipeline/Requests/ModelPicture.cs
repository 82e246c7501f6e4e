namespace SoraFunctions.Pipeline.Requests;

/// <summary>A picture that lies in a 3-D model.</summary>
/// <param name="MediaType"><c>image/png</c>, <c>image/jpeg</c> or <c>image/webp</c>.</param>
/// <param name="Offset">Where it begins in the file, in bytes.</param>
/// <param name="Length">How long it is, in bytes.</param>
public sealed record ModelPicture(string MediaType, int Offset, int Length);
