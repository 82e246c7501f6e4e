namespace SoraFunctions.Commerce.Structured;

/// <summary>Something in a video that may be jumped to.</summary>
/// <param name="Name">What is seen.</param>
/// <param name="Start">Whole seconds since the beginning.</param>
/// <param name="End">Whole seconds since the beginning, after the start.</param>
public sealed record Moment(string Name, int Start, int End);
