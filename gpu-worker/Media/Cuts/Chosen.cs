namespace SoraFunctions.Media.Cuts;

/// <summary>A place that was chosen.</summary>
/// <param name="Place">It.</param>
/// <param name="From">Since when words stand there, in seconds.</param>
/// <param name="To">Until when.</param>
/// <param name="Covered">The part of it that takes away from the product, 0 to 1.</param>
internal sealed record Chosen<T>(Place<T> Place, double From, double To, double Covered);
