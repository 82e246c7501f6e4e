namespace SoraFunctions.Contract.Renders;

/// <summary>What a job took, its waiting in the row and the moving of its files left out.</summary>
/// <param name="Milliseconds">Thousandths of a second that were worked on it, by the clock on the wall.</param>
/// <param name="Device">What worked: <c>cpu</c>, <c>cuda</c> or <c>tensorrt</c>, as the engine says of itself.</param>
public sealed record WorkDone(long Milliseconds, string Device);
