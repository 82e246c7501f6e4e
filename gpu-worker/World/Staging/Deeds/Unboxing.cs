using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Joints;
using SoraFunctions.World.Staging.Forms;

namespace SoraFunctions.World.Staging.Deeds;

/// <summary>A carton round the first subject opens its lid; then its four walls fall outwards on their creases, by the spring of the board and their own weight.</summary>
internal static class Unboxing
{
    private const double LidOpens = 0.35;
    private const double WallsFall = 1.05;

    // What a crease springs open with, in parts of the torque that the weight of the lying wall exerts on it.
    private const double Spring = 0.35;

    /// <summary>The first subject in its box.</summary>
    public static Plan Of(Scene scene)
    {
        var piece = scene.Lead;
        double width = 1.16 * piece.Size.X, depth = 1.2 * piece.Size.Z, height = 1.08 * piece.Size.Y;
        var thick = Math.Clamp(0.016 * height, 0.0015, 0.012);
        double[] sides = [0, Math.PI / 2, Math.PI, -Math.PI / 2];
        var walls = sides.Select((side, i) => Wall(scene, side, i % 2 == 0 ? width : depth, i % 2 == 0 ? depth : width, height, thick, i)).ToList();
        var lid = Lid(scene, width, depth, height, thick);
        return new(Mark.Standing(piece, 0, 0, piece.BestYaw))
        {
            Others = [.. walls.Select(wall => wall.Mark), lid],
            Joints = () => [.. walls.Select((wall, i) => Fold(wall, i + 1, height, thick)), Hinge(lid.Piece, depth, height, thick)],
        };
    }

    private static Piece Panel(Scene scene, string id, double x, double y, double z, double thick) =>
        Rigging.Make(id, Matter.Cardboard, material => Blocky.Make(new((float)x, (float)y, (float)z), 0.3f * (float)thick, material, null), scene.Look.Accent);

    // A wall stands outside of the opening and turns about its outer edge; front and back reach past the others' edges.
    private static (Mark Mark, Vector3d Foot, Rotation Turn) Wall(Scene scene, double side, double across, double inwards, double height, double thick, int index)
    {
        var turn = Rotation.About(Vector3d.UnitY, side);
        var foot = turn.Turn(new(0, 0, (inwards / 2) + thick));
        var piece = Panel(scene, $"wall-{index + 1}", across + (index % 2 == 0 ? 2 * thick : 0), height, thick, thick);
        return (new Mark(piece, foot + new Vector3d(0, piece.Rest, 0) - turn.Turn(new(0, 0, thick / 2)))
        {
            Orientation = turn,
            Release = WallsFall + (index == 2 ? 0.25 : 0.07 * index),
        }, foot, turn);
    }

    private static HingeJoint Fold((Mark Mark, Vector3d Foot, Rotation Turn) wall, int body, double height, double thick)
    {
        var piece = wall.Mark.Piece;
        return new(-1, body, new JointFrame(wall.Foot, wall.Turn), new JointFrame(new(0, -piece.Rest, thick / 2), Rotation.Identity))
        {
            Lowest = 0,
            Highest = Math.PI / 2,
            TargetAngle = Math.PI / 2,
            Drive = Drive.Reaching(Spring * piece.Mass.Mass * Scene.Gravity * height / 2, piece.Mass.Mass * height * height / 3, 0.9),
        };
    }

    private static Mark Lid(Scene scene, double width, double depth, double height, double thick)
    {
        var piece = Panel(scene, "lid", width + (2 * thick), thick, depth + (2 * thick), thick);
        return new Mark(piece, new(0, height + piece.Rest, 0)) { Orientation = Rotation.About(Vector3d.UnitY, Math.PI), Release = LidOpens };
    }

    // The lid hangs on the back wall, the third of the others.
    private static HingeJoint Hinge(Piece lid, double depth, double height, double thick)
    {
        var arm = (depth + thick) / 2;
        return new(3, 5, new JointFrame(new(0, height / 2, 0), Rotation.Identity), new JointFrame(new(0, -lid.Rest, arm), Rotation.Identity))
        {
            Lowest = 0,
            Highest = 2.6,
            TargetAngle = 2.1,
            Drive = Drive.Reaching(6 * lid.Mass.Mass * Scene.Gravity * arm, lid.Mass.Mass * arm * arm * 4 / 3, 0.7),
        };
    }
}
