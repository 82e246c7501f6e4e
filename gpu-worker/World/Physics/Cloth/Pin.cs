namespace SoraFunctions.World.Physics.Cloth;

/// <summary>What holds a point of a cloth or rope.</summary>
/// <param name="Path">Where it is held at a time in seconds; null for where the point is at the beginning.</param>
/// <param name="Until">When it lets go, in seconds.</param>
public sealed record Pin(Func<double, Vector3d>? Path = null, double Until = double.PositiveInfinity);
