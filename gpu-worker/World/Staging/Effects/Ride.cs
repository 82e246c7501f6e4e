using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Vehicles;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Forms.Figures;
using SoraFunctions.World.Staging.Sounds;

namespace SoraFunctions.World.Staging.Effects;

/// <summary>A car's wheels and its driver: the wheels carry the first subject, and show themselves.</summary>
/// <param name="wheels">The limbs that are wheels.</param>
/// <param name="hubs">Their middles, from the car's centre of mass.</param>
/// <param name="radius">Of a wheel in metres.</param>
/// <param name="friction">Coulomb coefficient of tyres and road.</param>
/// <param name="driver">Who drives.</param>
internal sealed class Ride(IReadOnlyList<Limb> wheels, IReadOnlyList<Vector3d> hubs, double radius, double friction, Driver driver) : Effect
{
    private readonly IReadOnlyList<Instance>[] _parts = [.. wheels.Select(Figure.Instances)];
    private readonly List<(double Time, VehicleState State)> _drive = [];
    private Vehicle? _vehicle;

    /// <inheritdoc/>
    public override IReadOnlyList<Instance> Instances => [.. _parts.SelectMany(parts => parts)];

    /// <inheritdoc/>
    public override Influence Join(IReadOnlyList<Body> bodies) =>
        _vehicle = new Vehicle(bodies[0], hubs, radius, wheels[0].Mass.Mass, friction) { Driver = driver };

    /// <inheritdoc/>
    public override EffectFrame Look(Simulation simulation, double time)
    {
        _drive.Add((time, VehicleState.Of(_vehicle!)));
        return new() { Poses = [.. _vehicle!.Wheels.SelectMany((wheel, i) => Enumerable.Repeat(Seen(wheel), _parts[i].Count))] };
    }

    /// <inheritdoc/>
    public override void Tell(SoundBook book) => book.Drive(_vehicle!.Chassis.Mass.Mass, radius, _drive);

    private Pose Seen(RoadWheel wheel)
    {
        var (position, orientation) = wheel.Pose(_vehicle!.Chassis);
        return new(position.ToSingle(), orientation.ToSingle());
    }
}
