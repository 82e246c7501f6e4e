using System.Numerics;

namespace SoraFunctions.World.Scenes;

/// <summary>Where a body is.</summary>
/// <param name="Position">Of its centre of mass, in metres; the ground is y = 0.</param>
/// <param name="Orientation">Unit quaternion from the body's space to the world's.</param>
/// <param name="Hidden">Whether it is not there at all: a shard before the break, a vase after it.</param>
public readonly record struct Pose(Vector3 Position, Quaternion Orientation, bool Hidden = false);
