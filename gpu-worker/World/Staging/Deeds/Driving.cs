using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Vehicles;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Effects;
using SoraFunctions.World.Staging.Forms;
using SoraFunctions.World.Staging.Forms.Figures;

namespace SoraFunctions.World.Staging.Deeds;

/// <summary>
/// A car comes from behind to one side, drives a double bend near the limit of its tyres and brakes to a stop in the middle, front to the
/// camera. What has no wheels slides in.
/// </summary>
internal static class Driving
{
    // Of tyre rubber: with the ground's it makes the friction on the road.
    private const double Rubber = 1.15;

    // Radius of the bends in wheelbases, how far each turns, and how far past the camera the car looks in the end, in radians.
    private const double Radius = 2.2;
    private const double FirstTurn = 1.3;
    private const double LastTurn = 0.75;
    private const double Askew = 0.52;

    // Part of friction that braking takes; what the curve takes is in the plans.
    private const double Braking = 0.42;
    private static readonly double[] _boldness = [0.88, 0.75, 0.55];

    /// <summary>Whether a piece has four wheels to drive on.</summary>
    public static bool Can(Piece piece) => Axles(piece).Count == 4;

    /// <summary>Ways to drive, the boldest first.</summary>
    public static IEnumerable<Plan> Of(Scene scene)
    {
        if (!Can(scene.Lead))
        {
            return Choreography.Of(Deed.Slide, scene);
        }

        var side = scene.Random.Next(2) == 0 ? -1 : 1;
        return _boldness.Select(part => Way(scene, side, part));
    }

    private static Plan Way(Scene scene, int side, double part)
    {
        var figure = scene.Lead.Figure!;
        var centre = MassProperties.Sum(figure.Limbs.Select(limb => limb.Mass)).Centre;
        Limb[] wheels = [.. Axles(scene.Lead).Select(axle => figure.Limbs.Single(limb => limb.Name == axle.Child))];
        Vector3d[] hubs = [.. wheels.Select(wheel => wheel.Mass.Centre - centre)];
        double rear = hubs.Min(hub => hub.Z), wheelbase = hubs.Max(hub => hub.Z) - rear, radius = wheels[0].Mass.Centre.Y;
        var friction = Math.Sqrt(Rubber * scene.Ground.Friction);
        var grip = friction * Scene.Gravity;

        // Out to the side, then back towards the camera.
        var bend = Radius * wheelbase;
        var heading = side * Askew;
        var (sine, cosine) = Math.SinCos(heading);
        var middle = rear + centre.Z;
        var course = new Course(sine * middle, cosine * middle, heading, [(bend, 0), (FirstTurn * bend, side / bend), (LastTurn * bend, -side / bend)]);

        var braking = Braking * grip;
        var seconds = 0.78 * scene.Seconds;
        var speed = Math.Min(part * Math.Sqrt(grip * bend), braking * seconds);
        var way = Math.Min((speed * seconds) - (speed * speed / (2 * braking)), Offstage(scene, course));
        var begin = course.At(course.Length - way);
        var turn = Rotation.About(Vector3d.UnitY, begin.Heading);
        return new(new Mark(Chassis(scene.Lead, figure, wheels, centre), new Vector3d(begin.X, scene.Lead.Rest, begin.Z) - turn.Turn(new(0, 0, rear)))
        {
            Orientation = turn,
            Velocity = turn.Turn(new(0, 0, speed)),
            AngularVelocity = new(0, speed * begin.Curvature, 0),
            Release = 0,
        })
        {
            Effects = _ => [new Ride(wheels, hubs, radius, friction, new(course, course.Length - way, speed, braking))],
            EndsUpright = true,
        };
    }

    // How far before its end the course leaves the picture.
    private static double Offstage(Scene scene, Course course)
    {
        var way = 0.0;
        for (; way < course.Length; way += 0.02 * scene.Lead.Size.Z)
        {
            var at = course.At(course.Length - way);
            var half = Math.Max(0.1, scene.View.Distance - at.Z) * scene.View.TangentX;
            if (Math.Abs(at.X) > half + (0.1 * scene.Lead.Size.Z))
            {
                break;
            }
        }

        return way;
    }

    // The wheels are no part of it, but their weight is.
    private static Piece Chassis(Piece car, Figure figure, IReadOnlyList<Limb> wheels, Vector3d centre)
    {
        Limb[] limbs = [.. figure.Limbs.Where(limb => !wheels.Contains(limb))];
        return car with
        {
            Parts = [.. limbs.SelectMany(limb => limb.Parts).Select(part => new Instance(Enclosure.Moved(part.Mesh, -centre.ToSingle()), part.Material))],
            Shape = Enclosure.Hull([.. limbs.SelectMany(limb => limb.Parts).SelectMany(part => part.Mesh.Positions)], centre),
        };
    }

    // Joints that turn all the way round.
    private static IReadOnlyList<Articulation> Axles(Piece piece) =>
        piece.Figure is { } figure ? [.. figure.Joints.Where(joint => joint.Hinge is { Least: double.NegativeInfinity, Most: double.PositiveInfinity })] : [];
}
