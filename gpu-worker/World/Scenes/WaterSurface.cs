using System.Numerics;

namespace SoraFunctions.World.Scenes;

/// <summary>How far the surface of water stands above y = 0 over a square of the plane; outside of it the water is as it would be alone.</summary>
/// <param name="Middle">Middle of the square: x and z in metres.</param>
/// <param name="Width">Length of its sides in metres.</param>
/// <param name="Side">Samples along a side, the first and last on the edges.</param>
/// <param name="Heights">Side * Side heights in metres, rows along x, z growing from row to row; 0 at the edges.</param>
public sealed record WaterSurface(Vector2 Middle, float Width, int Side, float[] Heights);
