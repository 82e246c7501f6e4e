using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Staging.Effects;
using SoraFunctions.World.Staging.Forms;

namespace SoraFunctions.World.Staging.Deeds;

/// <summary>Turns a deed into initial conditions; the solver does the rest. Several ways are offered, the boldest first.</summary>
internal static class Choreography
{
    /// <summary>Ways to do a deed.</summary>
    public static IEnumerable<Plan> Of(Deed deed, Scene scene) =>
        scene.Weightless ? Ways(deed, scene).Select(plan => plan with { Gravity = 0, GroundHeight = double.NegativeInfinity }) : Ways(deed, scene);

    private static IEnumerable<Plan> Ways(Deed deed, Scene scene) => deed switch
    {
        Deed.Turn => [Turn(scene)],
        Deed.Drop => Drop(scene),
        Deed.Bounce => [Bounce(scene)],
        Deed.Roll => [Roll(scene)],
        Deed.Slide => Slide(scene),
        Deed.Topple => [Topple(scene)],
        Deed.Spin => Spin(scene),
        Deed.Levitate => [Levitate(scene)],
        Deed.Shower => Shower.Of(scene),
        Deed.Collide => Collision.Of(scene),
        Deed.Swing => [Swing(scene)],
        Deed.Float => [Floating.Float(scene)],
        Deed.Ripple => [Floating.Ripple(scene)],
        Deed.SplashIn => [Floating.SplashIn(scene)],
        Deed.Shatter => [Shattering.Of(scene)],
        Deed.Assemble => [Assembly.Of(scene)],
        Deed.Pirouette => Pirouette.Of(scene),
        Deed.BackFlip => [BackFlip.Of(scene)],
        Deed.Billow => [Billowing.Of(scene)],
        Deed.Pour => [Pouring.Of(scene)],
        Deed.Unbox => [Unboxing.Of(scene)],
        Deed.Orbit => [Orbiting.Of(scene)],
        Deed.FlyThrough => Flight.Of(scene),
        Deed.Drive => Driving.Of(scene),
        _ => [new Plan(Mark.Standing(scene.Lead, 0, 0, scene.Lead.BestYaw))],
    };

    // How high, in parts of the picture; how askew, in parts of the angle at which the piece would tip over; and how lively it lands.
    private static readonly (double Height, double Tilt, double Restitution)[] _drops =
        [(1, 0.3, 0.16), (1, 0.2, 0.12), (1, 0.1, 0.08), (1, 0.04, 0.05), (0.75, 0.06, 0.06), (0.5, 0.04, 0.05), (0.25, 0.02, 0.03)];

    private static Plan Turn(Scene scene)
    {
        // What has a face shows it in the middle of the shot, and never its back.
        var pace = scene.Lead.HasFace ? Math.Min(0.45, (scene.CameraOrbits ? 0.5 : 1.1) / scene.Seconds) : 0.6;
        var place = new Vector3d(0, scene.Lead.Rest, 0);
        return new(new Mark(scene.Lead, place)
        {
            Motor = time => (place, Rotation.About(Vector3d.UnitY, (0.5 * scene.Lead.BestYaw) + (pace * (time - (0.5 * scene.Seconds))))),
        });
    }

    private static IEnumerable<Plan> Drop(Scene scene)
    {
        var piece = scene.Lead;
        var stands = piece.Rolling != Rolling.AnyWay;
        var surface = Matters.Of(piece.Subject.Matter).Surface;
        var highest = Math.Max(scene.View.Top + (0.04 * piece.Size.Y), 1.2 * piece.Size.Y);
        var steady = Math.Atan(0.5 * Math.Min(piece.Size.X, piece.Size.Z) / piece.Rest);
        foreach (var (part, bold, restitution) in stands ? _drops : _drops[..1])
        {
            var tilt = stands ? steady * bold * (scene.Random.Next(2) == 0 ? -1 : 1) : 0;
            yield return new(new Mark(piece, new(0, piece.Rest + (highest * part), 0))
            {
                Orientation = Rotation.About(new Vector3d(0.35, 0, 1).Unit(), tilt) * Rotation.About(Vector3d.UnitY, stands ? scene.Between(-0.5, 0.5) : 0),
                AngularVelocity = new(0, stands ? scene.Between(-1, 1) : 0, 0),
                Release = 0.02,
                Surface = stands ? surface with { Restitution = Math.Min(surface.Restitution, restitution), Softness = 1000 } : surface,
            }) { EndsUpright = stands };
        }
    }

    private static Plan Bounce(Scene scene)
    {
        var piece = scene.Lead;
        var surface = Matters.Of(piece.Subject.Matter).Surface;
        var height = Math.Max(scene.View.Top - (0.2 * piece.Size.Y), 1.5 * piece.Size.Y);
        return new(new Mark(piece, new(0, piece.Rest + height, 0))
        {
            Surface = surface with { Restitution = Math.Max(surface.Restitution, 0.62), Softness = 6000 },
            Orientation = Rotation.About(Vector3d.UnitY, piece.BestYaw) * Rotation.About(new(0, 0, 1), piece.Rolling == Rolling.AnyWay ? 0 : 0.04),
            Release = 0.02,
        });
    }

    private static Plan Roll(Scene scene)
    {
        var piece = scene.Lead;
        if (piece.Rolling == Rolling.Never)
        {
            return Slide(scene).First();
        }

        // It comes to rest in the middle: the rolling resistance that stops it there follows from its way and its time.
        var seconds = Math.Min(0.75 * scene.Seconds, 3.5);
        var ball = piece.Rolling == Rolling.AnyWay;
        var radius = ball ? piece.Rest : 0.5 * piece.Size.X;
        var way = ball ? scene.Offstage(2 * radius) : 0.9 * scene.View.Distance;
        var direction = ball ? new Vector3d(1, 0, 0) : new Vector3d(0, 0, 1);
        var lying = ball ? Rotation.Identity : Rotation.About(new(0, 0, 1), Math.PI / 2);
        var axis = Vector3d.Cross(Vector3d.UnitY, direction);
        var inertia = Vector3d.Dot(axis, piece.Mass.Inertia.Seen(lying) * axis) / (piece.Mass.Mass * radius * radius);
        double slowing = 2 * way / (seconds * seconds), speed = 2 * way / seconds;
        var resistance = slowing * radius * (1 + inertia) / (Scene.Gravity * piece.Shape.Reach);
        var surface = Matters.Of(piece.Subject.Matter).Surface;
        return new(new Mark(piece, (direction * -way) + new Vector3d(0, radius, 0))
        {
            Orientation = Rotation.About(axis, -way / radius) * lying,
            Velocity = direction * speed,
            AngularVelocity = axis * (speed / radius),
            Surface = surface with { Rolling = resistance, Restitution = 0, Softness = 1000 },
            Release = 0,
        });
    }

    private static IEnumerable<Plan> Slide(Scene scene)
    {
        var piece = scene.Lead;
        var surface = Matters.Of(piece.Subject.Matter).Surface;
        var steady = 0.45 * 0.5 * Math.Min(piece.Size.X, piece.Size.Z) / piece.Rest;
        var seconds = Math.Clamp(0.55 * scene.Seconds, 0.5, 1.6);
        var way = scene.Offstage(piece.Size.X);
        foreach (var gentle in new[] { 1, 0.7, 0.45 })
        {
            var friction = Math.Min(2 * way / (seconds * seconds * Scene.Gravity), gentle * Math.Min(steady, 0.5));
            yield return new(new Mark(piece, new(-way, piece.Rest, 0))
            {
                Velocity = new(Math.Sqrt(2 * friction * Scene.Gravity * way), 0, 0),
                Surface = surface with { Friction = friction * friction / scene.Ground.Friction, Rolling = 0, Restitution = 0, Softness = 1000 },
                Release = 0,
            }) { EndsUpright = true };
        }
    }

    private static Plan Topple(Scene scene)
    {
        // What is flat falls on its back, with its face up; what is as deep as wide falls to the right.
        var piece = scene.Lead;
        var backwards = FallsBackwards(piece);
        double edge = 0.5 * (backwards ? piece.Size.Z : piece.Size.X), rest = piece.Rest, arm = Math.Sqrt((edge * edge) + (rest * rest));
        var inertia = (backwards ? piece.Mass.Inertia.XX : piece.Mass.Inertia.ZZ) + (piece.Mass.Mass * arm * arm);
        var spin = (1.3 * Math.Sqrt(2 * piece.Mass.Mass * Scene.Gravity * (arm - rest) / inertia)) + 0.15;
        return new(Mark.Standing(piece, 0, 0) with
        {
            Velocity = backwards ? new(0, spin * edge, -spin * rest) : new(spin * rest, spin * edge, 0),
            AngularVelocity = backwards ? new(-spin, 0, 0) : new(0, 0, -spin),
            Release = Math.Min(0.6, 0.15 * scene.Seconds),
        });
    }

    /// <summary>Whether a piece is too flat to be pushed over sideways.</summary>
    public static bool FallsBackwards(Piece piece) => piece.Size.Z < 0.8f * piece.Size.X;

    private static IEnumerable<Plan> Spin(Scene scene)
    {
        var piece = scene.Lead;
        var surface = Matters.Of(piece.Subject.Matter).Surface;
        var radius = 0.33 * Math.Min(piece.Size.X, piece.Size.Z);
        foreach (var part in new[] { 1, 0.7, 0.4 })
        {
            // So that friction has used it up at three quarters of the shot.
            var spin = 22 * part;
            var slowing = spin / Math.Max(0.75 * scene.Seconds, 0.8);
            var friction = Math.Clamp(slowing * piece.Mass.Inertia.YY / (piece.Mass.Mass * Scene.Gravity * radius), 0.01, 0.6);
            yield return new(Mark.Standing(piece, 0, 0) with
            {
                AngularVelocity = new(0, spin, 0),
                Surface = surface with { Friction = friction * friction / scene.Ground.Friction, Rolling = 0 },
                Release = 0,
            }) { EndsUpright = true };
        }
    }

    private static Plan Levitate(Scene scene)
    {
        var piece = scene.Lead;
        var height = piece.Size.Y;
        var swing = piece.HasFace ? 0.32 : 1.2;
        return new(new Mark(piece, default)
        {
            Motor = time => (
                new(0, piece.Rest + (height * (0.22 + (0.045 * Math.Sin(1.9 * time)))), 0),
                Rotation.About(Vector3d.UnitY, (0.6 * piece.BestYaw) + (swing * Math.Sin((0.8 * time) - (0.4 * scene.Seconds)))) *
                Rotation.About(new(0, 0, 1), 0.035 * Math.Sin(1.3 * time))),
        });
    }

    private static Plan Swing(Scene scene)
    {
        var piece = scene.Lead;
        double height = piece.Size.Y, angle = 0.3, length = Math.Max(1.4 * height, scene.View.Top - height);
        var attachment = new Vector3d(0, height - piece.Rest, 0);
        var anchor = new Vector3d(0, (0.3 * height) + height + length, 0);
        var tilt = Rotation.About(new(0, 0, 1), -angle);
        var top = anchor + tilt.Turn(new(0, -length, 0));
        HangingThread Thread() => new(0, anchor, attachment, length);
        return new(new Mark(piece, top - tilt.Turn(attachment)) { Orientation = tilt })
        {
            Joints = () => [Thread()],
            Effects = _ => [new Cord(Thread(), top)],
        };
    }
}
