using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Joints;
using SoraFunctions.World.Staging.Effects;

namespace SoraFunctions.World.Staging.Deeds;

/// <summary>
/// A figure turns on a free upright axle with its arms out, then draws them in: nothing turns it but its own muscles, so it spins up as
/// its moment of inertia falls. What is no figure spins like a top.
/// </summary>
internal static class Pirouette
{
    private const double Pace = 3.4;

    /// <summary>Sets it turning.</summary>
    public static IEnumerable<Plan> Of(Scene scene)
    {
        if (scene.Lead.Figure is not { } figure)
        {
            return Choreography.Of(Contract.Storyboards.Deed.Spin, scene);
        }

        var puppet = new Puppet(figure, scene.Lead, 0);
        var (wide, close) = (figure.Postures.GetValueOrDefault("T", figure.Postures["stand"]), figure.Postures.GetValueOrDefault("arms-in", figure.Postures["stand"]));
        var turn = Rotation.About(Vector3d.UnitY, scene.Lead.BestYaw);

        // The axle carries it just clear of the ground.
        var origin = new Vector3d(0, 0.006 * scene.Lead.Size.Y, 0);
        var marks = puppet.Marks(wide, origin, turn, 0, default, new(0, Pace, 0), origin);
        IReadOnlyList<Joint> held = [];
        return
        [
            new Plan(marks[0])
            {
                Others = [.. marks.Skip(1)],
                Joints = () => held =
                [
                    .. puppet.Joints(wide),
                    new HingeJoint(-1, 0, new(marks[0].Position, Upright), new(default, marks[0].Orientation.Inverse * Upright)),
                ],
                Effects = start =>
                [
                    new Posing(puppet, held,
                    [
                        (start, wide), (start + (0.3 * scene.Seconds), wide),
                        (start + (0.3 * scene.Seconds) + 0.7, close), (start + (0.78 * scene.Seconds), close),
                        (start + (0.78 * scene.Seconds) + 0.7, wide),
                    ]),
                ],
            },
        ];
    }

    // The x axis of a hinge is what it turns about.
    private static Rotation Upright => Rotation.About(new(0, 0, 1), Math.PI / 2);
}
