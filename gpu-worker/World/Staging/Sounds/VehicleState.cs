using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Vehicles;

namespace SoraFunctions.World.Staging.Sounds;

/// <summary>What is heard of a vehicle at an instant.</summary>
/// <param name="Place">Its centre of mass in metres.</param>
/// <param name="Speed">Metres a second.</param>
/// <param name="Revolutions">Of the engine a minute; 0 for a vehicle too small for one.</param>
/// <param name="Load">Part of what the tyres could take that the engine gives, 0 to 1.</param>
/// <param name="Slip">Of the tyre that slides most, in metres a second.</param>
internal readonly record struct VehicleState(Vector3d Place, double Speed, double Revolutions, double Load, double Slip)
{
    // Radius in metres of the smallest wheel with an engine; toys have none.
    private const double LeastWheel = 0.12;

    /// <summary>Of a vehicle now.</summary>
    public static VehicleState Of(Vehicle vehicle)
    {
        var wheel = vehicle.Wheels[0].Radius;
        var most = 0.4 * vehicle.Friction * vehicle.Chassis.Mass.Mass * 9.81 * wheel;
        return new(
            vehicle.Chassis.Position, vehicle.Chassis.Velocity.Length, wheel < LeastWheel ? 0 : vehicle.Gearbox.Revolutions,
            Math.Clamp(vehicle.Controls.Drive / most, 0, 1), vehicle.Wheels.Max(one => one.Slip));
    }
}
