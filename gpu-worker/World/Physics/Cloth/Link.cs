namespace SoraFunctions.World.Physics.Cloth;

/// <summary>Two points that keep a distance.</summary>
/// <param name="A">Index of the one.</param>
/// <param name="B">Index of the other.</param>
/// <param name="Length">The distance in metres.</param>
/// <param name="Compliance">How far it gives, in metres a newton.</param>
internal readonly record struct Link(int A, int B, double Length, double Compliance);
