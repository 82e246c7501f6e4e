using System.Numerics;

namespace SoraFunctions.World.Scenes;

/// <summary>One particle at one instant.</summary>
/// <param name="Kind">Index of its look in <see cref="Stage.Particles"/>.</param>
/// <param name="Position">Its middle, in metres.</param>
/// <param name="Velocity">In metres a second: it is smeared by the open shutter.</param>
/// <param name="Radius">In metres.</param>
/// <param name="Opacity">0 to 1, times that of its look.</param>
public readonly record struct Particle(int Kind, Vector3 Position, Vector3 Velocity, float Radius, float Opacity);
