using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Joints;
using SoraFunctions.World.Staging.Forms;
using SoraFunctions.World.Staging.Forms.Figures;

namespace SoraFunctions.World.Staging.Deeds;

/// <summary>A figure as bodies that joints hold together and muscles move. The root is the first body.</summary>
/// <param name="figure">The figure.</param>
/// <param name="piece">The piece that it is cast as.</param>
/// <param name="first">Index of its first body.</param>
internal sealed class Puppet(Figure figure, Piece piece, int first)
{
    // How quickly a muscle brings a limb to its place, in seconds, and how hard it may pull, in parts of the limb's inertia.
    private const double Reach = 0.32;
    private const double Strength = 260;

    private readonly Dictionary<string, int> _index = figure.Limbs.Select((limb, i) => (limb.Name, i)).ToDictionary(pair => pair.Name, pair => pair.i);

    /// <summary>The limbs.</summary>
    public IReadOnlyList<Limb> Limbs => figure.Limbs;

    /// <summary>Index of the body of a limb.</summary>
    public int BodyOf(string limb) => first + _index[limb];

    /// <summary>The limbs as they begin.</summary>
    /// <param name="posture">How the figure holds itself.</param>
    /// <param name="origin">Where its origin is, on the ground between its feet at rest.</param>
    /// <param name="turn">How it is turned.</param>
    /// <param name="release">When it begins to move.</param>
    /// <param name="velocity">Of its origin, in metres a second.</param>
    /// <param name="spin">Of all of it about <paramref name="pivot"/>, in radians a second.</param>
    /// <param name="pivot">The point that the spin leaves in place.</param>
    public IReadOnlyList<Mark> Marks(Posture posture, Vector3d origin, Rotation turn, double release, Vector3d velocity, Vector3d spin, Vector3d pivot)
    {
        var bodies = figure.Bodies(posture, origin, turn, Matters.Of(piece.Subject.Matter).Surface with { Restitution = 0 });
        return [.. figure.Limbs.Zip(bodies, (limb, body) => new Mark(PieceOf(limb, body), body.Position)
        {
            Orientation = body.Orientation,
            Velocity = velocity + Vector3d.Cross(spin, body.Position - pivot),
            AngularVelocity = spin,
            Surface = body.Surface,
            Release = release,
        })];
    }

    /// <summary>The joints with their muscles, holding a posture.</summary>
    public IReadOnlyList<Joint> Joints(Posture posture)
    {
        IReadOnlyList<Joint> joints = [.. figure.Joints.Select(Jointed)];
        Pose(joints, posture, posture, 1);
        return joints;
    }

    /// <summary>Sets what the muscles reach for, between two postures.</summary>
    /// <param name="joints">The joints, as <see cref="Joints"/> gave them.</param>
    /// <param name="from">The one posture.</param>
    /// <param name="to">The other posture.</param>
    /// <param name="part">0 for the one to 1 for the other.</param>
    public void Pose(IReadOnlyList<Joint> joints, Posture from, Posture to, double part)
    {
        for (var i = 0; i < figure.Joints.Count; i++)
        {
            var limb = figure.Joints[i].Child;
            var start = from.Of(limb);
            var between = (to.Of(limb) * start.Inverse).RotationVector * part;
            var turn = Rotation.About(between.Unit(), between.Length) * start;
            switch (joints[i])
            {
                case HingeJoint hinge:
                    hinge.TargetAngle = Vector3d.Dot(turn.RotationVector, figure.Joints[i].Axis.Unit());
                    break;
                case BallJoint ball:
                    ball.Target = ball.FrameA.Orientation.Inverse * turn * ball.FrameB.Orientation;
                    break;
            }
        }
    }

    private Joint Jointed(Articulation joint)
    {
        Limb parent = figure.Limbs[_index[joint.Parent]], child = figure.Limbs[_index[joint.Child]];
        Vector3d onParent = joint.Anchor - parent.Mass.Centre, onChild = joint.Anchor - child.Mass.Centre;
        var (inertia, strength) = Load(joint);
        var drive = Drive.Reaching(strength, inertia, Reach);
        return joint.Hinge is { } limits
            ? new HingeJoint(BodyOf(joint.Parent), BodyOf(joint.Child), JointFrame.Along(onParent, joint.Axis), JointFrame.Along(onChild, joint.Axis))
            {
                Lowest = limits.Least,
                Highest = limits.Most,
                Drive = drive,
            }
            : new BallJoint(BodyOf(joint.Parent), BodyOf(joint.Child), JointFrame.Along(onParent, joint.Axis), JointFrame.Along(onChild, joint.Pointing))
            {
                Cone = joint.Cone,
                Drive = drive,
            };
    }

    // Legs carry and throw the whole body; every other joint only what lies beyond it.
    private (double Inertia, double Strength) Load(Articulation joint)
    {
        var own = Carried(joint);
        if (!joint.Child.EndsWith("thigh", StringComparison.Ordinal) && !joint.Child.EndsWith("shin", StringComparison.Ordinal) &&
            !joint.Child.EndsWith("foot", StringComparison.Ordinal))
        {
            return (own, Strength * own);
        }

        double mass = figure.Limbs.Sum(limb => limb.Mass.Mass), lever = 0.22 * piece.Size.Y;
        return (Math.Max(own, mass * lever * lever), 2.5 * mass * Scene.Gravity * lever);
    }

    // Moment of inertia about a joint of all limbs beyond it, as they hang at rest.
    private double Carried(Articulation joint)
    {
        HashSet<string> beyond = [joint.Child];
        foreach (var other in figure.Joints)
        {
            if (beyond.Contains(other.Parent))
            {
                beyond.Add(other.Child);
            }
        }

        return figure.Limbs.Where(limb => beyond.Contains(limb.Name)).Sum(limb =>
            (limb.Mass.Mass * (limb.Mass.Centre - joint.Anchor).LengthSquared) + ((limb.Mass.Inertia.XX + limb.Mass.Inertia.YY + limb.Mass.Inertia.ZZ) / 3));
    }

    private Piece PieceOf(Limb limb, Body body) => new()
    {
        Subject = piece.Subject with { Id = limb.Name.Replace(' ', '-'), Count = 1 },
        Parts = Figure.Instances(limb),
        Shape = body.Shape,
        Mass = body.Mass,
        Size = new(2 * (float)body.Shape.Reach),
        Rest = body.Shape.Reach,
    };
}
