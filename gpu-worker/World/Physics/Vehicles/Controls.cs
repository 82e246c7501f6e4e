namespace SoraFunctions.World.Physics.Vehicles;

/// <summary>What a driver sets.</summary>
/// <param name="Steering">Angle of the front wheels' middle in radians, to the left.</param>
/// <param name="Drive">Torque of the engine on the rear axle in newton metres.</param>
/// <param name="Brake">Torque of all brakes together in newton metres.</param>
public readonly record struct Controls(double Steering, double Drive, double Brake);
