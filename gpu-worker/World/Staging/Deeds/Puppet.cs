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
    // How quickly a muscle brings a limb to its place, in seconds.
    private const double Reach = 0.32;

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
    public IReadOnlyList<Joint> Joints(Posture posture) => Muscles.Of(figure, first, posture, Reach);

    /// <summary>Sets what the muscles reach for.</summary>
    /// <param name="joints">The joints, as <see cref="Joints"/> gave them.</param>
    /// <param name="posture">The posture.</param>
    public void Take(IReadOnlyList<Joint> joints, Posture posture) => Muscles.Take(figure, joints, posture);

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
