using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Joints;

namespace SoraFunctions.World.Staging.Forms.Figures;

/// <summary>The joints of a figure for the solver, with muscles that bring it from one posture to the next.</summary>
internal static class Muscles
{
    /// <summary>The joints, in the order of <see cref="Figure.Joints"/>.</summary>
    /// <param name="figure">Whose bodies <see cref="Figure.Bodies"/> gave.</param>
    /// <param name="first">Index of the first of these bodies in the simulation.</param>
    /// <param name="posture">What they hold at first.</param>
    /// <param name="seconds">About how long they take from one posture to the next.</param>
    public static IReadOnlyList<Joint> Of(Figure figure, int first, Posture posture, double seconds)
    {
        var index = figure.Limbs.Select((limb, i) => (limb.Name, i)).ToDictionary(pair => pair.Name, pair => pair.i);
        List<Joint> joints = [];
        foreach (var articulation in figure.Joints)
        {
            int parent = index[articulation.Parent], child = index[articulation.Child];
            Vector3d from = articulation.Anchor - figure.Limbs[parent].Mass.Centre, to = articulation.Anchor - figure.Limbs[child].Mass.Centre;
            Drive? drive = articulation.Strength > 0 ? Drive.Reaching(articulation.Strength, Carried(figure, articulation), seconds) : null;
            joints.Add(articulation.Hinge is { } limits
                ? new HingeJoint(first + parent, first + child, JointFrame.Along(from, articulation.Axis), JointFrame.Along(to, articulation.Axis))
                {
                    Lowest = limits.Least, Highest = limits.Most, Drive = drive,
                }
                : new BallJoint(first + parent, first + child, JointFrame.Along(from, articulation.Axis), JointFrame.Along(to, articulation.Pointing))
                {
                    Cone = articulation.Cone < Math.PI ? articulation.Cone : double.PositiveInfinity, Drive = drive,
                });
        }

        Take(figure, joints, posture);
        return joints;
    }

    /// <summary>Has the muscles go to a posture.</summary>
    /// <param name="figure">Whose joints they are.</param>
    /// <param name="joints">What <see cref="Of"/> gave; others may follow.</param>
    /// <param name="posture">The posture.</param>
    public static void Take(Figure figure, IReadOnlyList<Joint> joints, Posture posture)
    {
        for (var i = 0; i < figure.Joints.Count; i++)
        {
            var turn = posture.Of(figure.Joints[i].Child);
            if (joints[i] is HingeJoint hinge)
            {
                hinge.TargetAngle = 2 * Math.Atan2(Vector3d.Dot(new(turn.X, turn.Y, turn.Z), figure.Joints[i].Axis), turn.W);
            }
            else if (joints[i] is BallJoint ball)
            {
                ball.Target = ball.FrameA.Orientation.Inverse * turn * ball.FrameB.Orientation;
            }
        }
    }

    // Moment of inertia about the joint of all that hangs on it, stretched out; of the body above a leg, where that is more.
    private static double Carried(Figure figure, Articulation joint)
    {
        if (joint.Bears)
        {
            return figure.Limbs.Sum(limb => limb.Mass.Mass * Math.Pow(0.4 * (limb.Mass.Centre.Y - joint.Anchor.Y), 2));
        }

        HashSet<string> moved = [joint.Child];
        foreach (var other in figure.Joints)
        {
            if (moved.Contains(other.Parent))
            {
                moved.Add(other.Child);
            }
        }

        return figure.Limbs.Where(limb => moved.Contains(limb.Name)).Sum(limb =>
            (limb.Mass.Mass * (limb.Mass.Centre - joint.Anchor).LengthSquared) + ((limb.Mass.Inertia.XX + limb.Mass.Inertia.YY + limb.Mass.Inertia.ZZ) / 3));
    }
}
