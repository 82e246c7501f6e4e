namespace SoraFunctions.Models.Faces;

/// <summary>The faces in a picture.</summary>
/// <param name="Faces">The faces, the surest first.</param>
/// <param name="Problem">Why nobody looked; null when somebody did, even where there are none.</param>
public sealed record FaceDetection(IReadOnlyList<Face> Faces, string? Problem);
