using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Joints;
using SoraFunctions.World.Physics.Water;
using SoraFunctions.World.Staging.Effects;
using SoraFunctions.World.Staging.Forms;
using SoraFunctions.World.Staging.Forms.Figures;

namespace SoraFunctions.World.Staging.Deeds;

/// <summary>
/// A figure springs off a floating board, turns over backwards in a tuck, and lands on the board again. The physics begins as its feet
/// leave the board; how fast it turns then is searched for, so that it comes down on its feet.
/// </summary>
internal static class BackFlip
{
    private const double Rise = 3.5;
    private const double TakesOff = 0.5;

    // It comes down leaning forward by this angle, as gymnasts do: the soles' friction brings it up.
    private const double Lean = 1.1;

    /// <summary>The flip, when there is a figure and something to stand on; otherwise it floats.</summary>
    public static Plan Of(Scene scene)
    {
        if (scene.Lead.Figure is not { } figure || !figure.Postures.ContainsKey("tucked"))
        {
            return Floating.Float(scene);
        }

        var board = scene.Others.Count > 0 ? scene.Others[0] : Board(scene.Lead);
        var flip = new Flip(scene, new Puppet(figure, scene.Lead, 0), figure, board);
        return flip.Plan(flip.Spin());
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

        public Flip(Scene scene, Puppet puppet, Figure figure, Piece board)
        {
            (_scene, _puppet, _board) = (scene, puppet, board);
            (_crouch, _tuck, _stand) = (figure.Postures["crouch"], figure.Postures["tucked"], figure.Postures["stand"]);
            _scale = Math.Sqrt(scene.Lead.Size.Y / 1.7);

            // The longer side of the board lies across the picture, as the figure faces.
            _along = board.Size.X >= board.Size.Z ? Rotation.Identity : _facing;
            _draught = Math.Min(0.8 * board.Size.Y, (board.Mass.Mass + scene.Lead.Mass.Mass) / (OpenWater.FreshDensity * 0.7 * board.Size.X * board.Size.Z));
            _deck = board.Size.Y - _draught;
        }

        /// <summary>Seconds in the air.</summary>
        public double Airborne => 2 * Rise * _scale / Scene.Gravity;

        /// <summary>The plan.</summary>
        /// <param name="spin">How fast it turns over as it leaves, radians a second.</param>
        public Plan Plan(double spin)
        {
            var marks = Marks(spin, new(0, _deck - FeetOf(_crouch), 0), TakesOff);
            var board = new Mark(_board, new(0, _board.Rest - _draught, 0)) { Orientation = _along, Release = TakesOff, Velocity = new(0, -0.5 * _scale, 0) };
            IReadOnlyList<Joint> joints = [];
            return new(marks[0])
            {
                Others = [.. marks.Skip(1), board],
                GroundHeight = -_scene.Depth,
                Joints = () => joints = _puppet.Joints(_crouch),
                Effects = start =>
                [
                    Basin.Of(_scene, 0.5 * Math.Max(_board.Size.X, _board.Size.Z)),
                    new Posing(_puppet, joints, Score(start + TakesOff)),
                ],
            };
        }

        /// <summary>The speed of turning at which the feet come down first, by the secant method in free flight.</summary>
        public double Spin()
        {
            const double goal = Math.Tau - Lean;
            double a = 4.2 / _scale, b = 5 / _scale, turnedA = Turned(a), turnedB = Turned(b);
            for (var i = 0; i < 6 && Math.Abs(turnedB - goal) > 0.01 && Math.Abs(turnedB - turnedA) > 1e-6; i++)
            {
                var next = b + ((goal - turnedB) * (b - a) / (turnedB - turnedA));
                (a, turnedA) = (b, turnedB);
                b = Math.Clamp(next, 0.5, 14);
                turnedB = Turned(b);
            }

            return b;
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
            (leaves + (0.92 * Airborne), _crouch),
        ];

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
