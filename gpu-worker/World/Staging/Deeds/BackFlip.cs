using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Joints;
using SoraFunctions.World.Staging.Effects;
using SoraFunctions.World.Staging.Forms;
using SoraFunctions.World.Staging.Forms.Figures;

namespace SoraFunctions.World.Staging.Deeds;

/// <summary>
/// A figure springs off a floating board, turns over backwards in a tuck, and lands on the board again. The physics begins as its feet
/// leave the board; how fast it turns then is searched for, so that it comes down on its feet; the pad grips them where they land.
/// </summary>
internal static class BackFlip
{
    private const double Rise = 3.5;
    private const double TakesOff = 0.5;
    private const double Settles = 0.1;

    /// <summary>The flip, when there is a figure and something to stand on; otherwise it floats.</summary>
    public static Plan Of(Scene scene)
    {
        if (scene.Lead.Figure is not { } figure || !figure.Postures.ContainsKey("tucked"))
        {
            return Floating.Float(scene);
        }

        var board = scene.Others.Count > 0 ? scene.Others[0] : Board(scene.Lead);
        var flip = new Flip(scene, new Puppet(figure, scene.Lead, 0), figure, board);
        var plan = flip.Plan(flip.Spin(), null);
        var landing = Performance.Rehearse(plan, scene.Ground, scene.FramesPerSecond, TakesOff + flip.Airborne + 0.4, flip.HasLanded);
        return landing is { } landed ? flip.Plan(flip.Spin(), landed) : plan;
    }

    private static Piece Board(Piece lead) => Rigging.Make(
        "board", Contract.Storyboards.Matter.Wood, material => Blocky.Make(new(1.6f * lead.Size.Y, 0.07f * lead.Size.Y, 0.5f * lead.Size.Y), 0.03f * lead.Size.Y, material, null));

    private sealed class Flip
    {
        private readonly Scene _scene;
        private readonly Puppet _puppet;
        private readonly Piece _board;
        private readonly Posture _crouch, _tuck, _stand;
        private readonly Rotation _facing = Rotation.About(Vector3d.UnitY, Math.PI / 2);
        private readonly Rotation _along;
        private readonly double _draught, _deck, _scale;
        private double? _spin;

        public Flip(Scene scene, Puppet puppet, Figure figure, Piece board)
        {
            (_scene, _puppet, _board) = (scene, puppet, board);
            (_crouch, _tuck, _stand) = (figure.Postures["crouch"], figure.Postures["tucked"], figure.Postures["stand"]);
            _scale = Math.Sqrt(scene.Lead.Size.Y / 1.7);

            // The longer side of the board lies across the picture, as the figure faces.
            _along = board.Size.X >= board.Size.Z ? Rotation.Identity : _facing;
            _draught = Math.Min(0.8 * board.Size.Y, (board.Mass.Mass + scene.Lead.Mass.Mass) / (1000 * 0.7 * board.Size.X * board.Size.Z));
            _deck = board.Size.Y - _draught;
        }

        /// <summary>Seconds in the air.</summary>
        public double Airborne => 2 * Rise * _scale / Scene.Gravity;

        /// <summary>The plan.</summary>
        /// <param name="spin">How fast it turns over as it leaves, radians a second.</param>
        /// <param name="landed">How everything stands when the feet have come to rest on the board; null while that is not known.</param>
        public Plan Plan(double spin, (Simulation Simulation, double Time)? landed)
        {
            var marks = Marks(spin, new(0, _deck - FeetOf(_crouch), 0), TakesOff);
            var board = new Mark(_board, new(0, _board.Rest - _draught, 0)) { Orientation = _along, Release = TakesOff, Velocity = new(0, -0.5 * _scale, 0) };
            var index = marks.Count;
            IReadOnlyList<Joint> joints = [], grips = [];
            return new(marks[0])
            {
                Others = [.. marks.Skip(1), board],
                GroundHeight = -_scene.Depth,
                Joints = () =>
                {
                    joints = _puppet.Joints(_crouch);
                    grips = landed is { } at ? [.. new[] { "left foot", "right foot" }.Select(foot => Hold(at.Simulation, index, _puppet.BodyOf(foot)))] : [];
                    return [.. joints, .. grips];
                },
                Effects = start =>
                [
                    Basin.Of(_scene, 0.5 * Math.Max(_board.Size.X, _board.Size.Z)),
                    new Posing(_puppet, joints, Score(start + TakesOff)),
                    new Grip(grips, start + (landed?.Time ?? 1e9)),
                ],
            };
        }

        /// <summary>The speed of turning at which the feet come down first, by the secant method in free flight.</summary>
        public double Spin()
        {
            if (_spin is { } known)
            {
                return known;
            }

            double a = 4.2 / _scale, b = 5 / _scale, turnedA = Turned(a), turnedB = Turned(b);
            for (var i = 0; i < 6 && Math.Abs(turnedB - Math.Tau) > 0.01 && Math.Abs(turnedB - turnedA) > 1e-6; i++)
            {
                var next = b + ((Math.Tau - turnedB) * (b - a) / (turnedB - turnedA));
                (a, turnedA) = (b, turnedB);
                b = Math.Clamp(next, 0.5, 14);
                turnedB = Turned(b);
            }

            return (double)(_spin = b);
        }

        /// <summary>Whether the lower foot has been on the board for a moment.</summary>
        public bool HasLanded(Simulation simulation, double time)
        {
            var board = simulation.Bodies[_puppet.Limbs.Count];
            bool Down(string foot)
            {
                var body = simulation.Bodies[_puppet.BodyOf(foot)];
                var above = board.Orientation.TurnBack(body.Position - board.Position).Y - (_board.Size.Y - _board.Rest);
                return above < body.Shape.Reach * 0.75;
            }

            return time > TakesOff + (0.6 * Airborne) + Settles && (Down("left foot") || Down("right foot"));
        }

        private IReadOnlyList<Mark> Marks(double spin, Vector3d origin, double release)
        {
            // It turns about its centre of mass, which so goes straight up and down.
            var still = _puppet.Marks(_crouch, origin, _facing, release, default, default, default);
            var centre = still.Aggregate(Vector3d.Zero, (sum, mark) => sum + (mark.Position * mark.Piece.Mass.Mass)) / still.Sum(mark => mark.Piece.Mass.Mass);
            return _puppet.Marks(_crouch, origin, _facing, release, new(0, Rise * _scale, 0), new(0, 0, spin), centre);
        }

        private IReadOnlyList<(double Time, Posture Posture)> Score(double leaves) =>
        [
            (leaves, _crouch), (leaves + (0.1 * Airborne), _stand), (leaves + (0.38 * Airborne), _tuck), (leaves + (0.6 * Airborne), _tuck),
            (leaves + (0.92 * Airborne), _crouch), (leaves + Airborne + 0.5, _crouch), (leaves + Airborne + 1.3, _stand),
        ];

        private WeldJoint Hold(Simulation landed, int board, int foot)
        {
            Body under = landed.Bodies[board], on = landed.Bodies[foot];
            return new(
                board, foot,
                new(under.Orientation.TurnBack(on.Position - under.Position), under.Orientation.Inverse * on.Orientation), new(default, Rotation.Identity)) { Holds = false };
        }

        // How far it has turned over when it comes down, alone in the air.
        private double Turned(double spin)
        {
            var marks = Marks(spin, default, 0);
            var joints = _puppet.Joints(_crouch);
            var bodies = marks.Select(mark => mark.Body(0)).ToList();
            var simulation = new Simulation(bodies, _scene.Ground, joints)
            {
                GroundHeight = double.NegativeInfinity,
                Influences = [new Posing(_puppet, joints, Score(0)).Join(bodies)!],
            };
            var turned = 0.0;
            var before = bodies[0].Orientation;
            var steps = (int)(Airborne * 960);
            for (var i = 0; i < steps; i++)
            {
                simulation.Step(Airborne / steps);
                if (i % 16 == 15)
                {
                    turned += (bodies[0].Orientation * before.Inverse).RotationVector.Z;
                    before = bodies[0].Orientation;
                }
            }

            return turned;
        }

        // Height of the soles above the figure's origin in a posture that bends the legs.
        private double FeetOf(Posture posture)
        {
            var marks = _puppet.Marks(posture, default, Rotation.Identity, 0, default, default, default);
            return marks.Min(mark => mark.Position.Y - LowestOf(mark));
        }

        private static double LowestOf(Mark mark) =>
            -(mark.Orientation.Turn(mark.Piece.Shape.Support(mark.Orientation.TurnBack(-Vector3d.UnitY))).Y - mark.Piece.Shape.Margin);
    }
}
