using SoraFunctions.World.Physics.Joints;

namespace SoraFunctions.World.Physics.Vehicles;

/// <summary>
/// A chassis on four sprung wheels that are bodies of their own: their tyres grip and slip by the friction of their contacts, so that
/// no curve asks for more than friction times gravity. It drives towards +z of the chassis; the front wheels steer, all four drive.
/// Give its bodies and joints to the <see cref="Simulation"/>.
/// </summary>
public sealed class Vehicle
{
    // Springs that give by this many metres under the standing weight, and swing over by little.
    private const double Sag = 0.03;
    private const double DampingRatio = 0.5;

    private readonly double _radius;
    private readonly double _track;
    private readonly double _wheelbase;

    /// <summary>Puts wheels on a chassis that stands level, its front towards +z.</summary>
    /// <param name="chassis">The chassis, where it stands.</param>
    /// <param name="first">Index that the chassis will have in the simulation; the wheels follow it.</param>
    /// <param name="hub">Of the front left wheel in the chassis' space, in metres: x half the track, y its height, z half the wheelbase.</param>
    /// <param name="radius">Of the wheels, in metres.</param>
    /// <param name="width">Of the wheels, in metres.</param>
    /// <param name="tyre">Surface of the wheels.</param>
    public Vehicle(Body chassis, int first, Vector3d hub, double radius, double width, Surface tyre)
    {
        (_radius, _track, _wheelbase) = (radius, 2 * hub.X, 2 * hub.Z);
        var share = chassis.Mass.Mass / 4;
        var stiffness = share * 9.81 / Sag;
        var turn = Rotation.About(new(0, 0, 1), -Math.PI / 2);
        Wheels = [.. new (int X, int Z)[] { (1, 1), (-1, 1), (1, -1), (-1, -1) }.Select((side, i) =>
        {
            var place = new Vector3d(side.X * hub.X, hub.Y, side.Z * hub.Z);
            return new WheelJoint(first, first + 1 + i, new(place, Rotation.Identity), new(default, turn.Inverse))
            {
                Stiffness = stiffness,
                Damping = 2 * DampingRatio * Math.Sqrt(stiffness * share),
            };
        })];
        Bodies =
        [
            chassis,
            .. Wheels.Select(wheel => new Body
            {
                Shape = Revolved.Cylinder(radius, width, 0.25 * width),
                Mass = MassProperties.Cylinder(radius, width, 600),
                Surface = tyre,
                Position = chassis.Position + chassis.Orientation.Turn(wheel.FrameA.Anchor),
                Orientation = chassis.Orientation * turn,
            }),
        ];
    }

    /// <summary>The chassis, then the wheels: front left, front right, rear left, rear right, as seen by the driver. Wheels turn about their y axis.</summary>
    public IReadOnlyList<Body> Bodies { get; }

    /// <summary>One joint per wheel, in the same order.</summary>
    public IReadOnlyList<WheelJoint> Wheels { get; }

    /// <summary>Sets speed and curve; holds until it is set again.</summary>
    /// <param name="speed">Metres a second to drive at, negative backwards.</param>
    /// <param name="torque">Most torque on each wheel in newton metres; 0 to roll freely.</param>
    /// <param name="steering">Angle in radians of the middle of the front axle, positive to the left.</param>
    public void Steer(double speed, double torque, double steering)
    {
        var curvature = Math.Tan(steering) / _wheelbase;
        for (var i = 0; i < Wheels.Count; i++)
        {
            var wheel = Wheels[i];

            // Ackermann: all axles point to the middle of the curve, and outer wheels run faster.
            var side = wheel.FrameA.Anchor.X;
            var reach = 1 - (curvature * side);
            wheel.Steering = i < 2 ? Math.Atan2(_wheelbase * curvature, reach) : 0;
            wheel.TargetSpeed = speed / _radius * (i < 2 ? Math.Sqrt((reach * reach) + (_wheelbase * _wheelbase * curvature * curvature)) : reach);
            wheel.Drive = torque > 0 ? Drive.Turning(torque) : null;
        }
    }

    /// <summary>Distance in metres between the middles of left and right wheels.</summary>
    public double Track => _track;

    /// <summary>Distance in metres between the middles of front and rear wheels.</summary>
    public double Wheelbase => _wheelbase;
}
