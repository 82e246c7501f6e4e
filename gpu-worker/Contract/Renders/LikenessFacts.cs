namespace SoraFunctions.Contract.Renders;

/// <summary>What is known of a likeness.</summary>
/// <param name="Second">When the picture is seen, from the start of the video.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="CutOut">Whether what is behind was taken away.</param>
/// <param name="Notes">What could not be done, and what would help: for whoever runs the worker.</param>
/// <param name="Faces">The most faces that any picture looked at has; null when nobody could look for faces.</param>
public sealed record LikenessFacts(double Second, int Width, int Height, bool CutOut, IReadOnlyList<string> Notes, int? Faces = null);
