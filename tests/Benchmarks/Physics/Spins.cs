using SoraFunctions.Contract.Renders;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Joints;

namespace SoraFunctions.Benchmarks.Physics;

/// <summary>A skater: a trunk on a bearing with two arms that motors in its shoulders draw in.</summary>
internal static class Spins
{
    private const double Shoulder = 0.16;

    public static async Task<IEnumerable<Measurement>> DrawIn(FrameFormat format, string folder)
    {
        const double start = 5;
        var surface = new Surface(0.5, 0.2);
        var size = new Vector3d(0.6, 0.07, 0.07);
        var trunk = new Body
        {
            Shape = Revolved.Cylinder(0.12, 0.8, 0.002),
            Mass = MassProperties.Cylinder(0.12, 0.8, 700),
            Surface = surface,
            Position = new(0, 1.5, 0),
        };
        Body[] arms = [Solid.Block(size, new(Shoulder + 0.3, 1.7, 0), surface), Solid.Block(size, new(-Shoulder - 0.3, 1.7, 0), surface)];
        Body[] bodies = [trunk, .. arms];
        foreach (var body in bodies)
        {
            body.AngularVelocity = new(0, start, 0);
            body.Velocity = Vector3d.Cross(body.AngularVelocity, new(body.Position.X, 0, body.Position.Z));
        }

        var (ground, bearing) = JointFrame.Between(null, trunk, trunk.Position, Vector3d.UnitY);
        var shoulders = arms.Select((arm, i) =>
        {
            var side = i == 0 ? 1 : -1;
            var (a, b) = JointFrame.Between(trunk, arm, new(side * Shoulder, 1.7, 0), new(0, 0, side));
            return new HingeJoint(0, i + 1, a, b) { Drive = new Drive(400, 2e4, 300) };
        }).ToArray();
        var simulation = new Simulation(bodies, surface, [new HingeJoint(-1, 0, ground, bearing), .. shoulders]) { Influences = [new Draw(shoulders, 0.7, -Math.PI / 2)] };
        var footage = new Footage
        {
            Simulation = simulation,
            Seen = [(0, Solid.BallMesh(0.05), new(0, 0.5, 0.5))],
            Middle = new(0, 2, 0),
            Height = 1.4,
            Seconds = 2.4,
            FromAbove = true,
            Format = format,
        };
        var track = (await footage.Film(folder))[0];
        var turned = Unwrapped(track);
        var wide = Inertia(trunk, arms[0], new(Shoulder + 0.3, 0, 0), Rotation.Identity);
        var close = Inertia(trunk, arms[0], new(Shoulder, 0, 0), Rotation.About(new(0, 0, 1), Math.PI / 2));
        var before = Fit.Slope(turned.Where(p => p.Time is > 0.05 and < 0.6));
        var after = Fit.Slope(turned.Where(p => p.Time > 1.7));
        return [new("spin-up by arms drawn in: ratio of turning speeds", wide / close, after / before, 0.02)];
    }

    private static double Inertia(Body trunk, Body arm, Vector3d at, Rotation turn) =>
        trunk.Mass.Inertia.YY + (2 * (arm.Mass.Inertia.Seen(turn).YY + (arm.Mass.Mass * at.LengthSquared)));

    private static List<(double Time, double Value)> Unwrapped(Track track)
    {
        List<(double Time, double Value)> turned = [];
        foreach (var sighting in track.Sightings)
        {
            var angle = Math.Atan2(sighting.Y, sighting.X);
            var last = turned.Count > 0 ? turned[^1].Value : angle;
            turned.Add((sighting.Time, last + Math.IEEERemainder(angle - last, 2 * Math.PI)));
        }

        return turned;
    }

    private sealed class Draw(HingeJoint[] shoulders, double from, double to) : Influence
    {
        public override void Act(Simulation simulation, double step)
        {
            var part = Math.Clamp((simulation.Time - from) / 0.5, 0, 1);
            foreach (var shoulder in shoulders)
            {
                shoulder.TargetAngle = to * part * part * (3 - (2 * part));
            }
        }
    }
}
