using SoraFunctions.World.Physics;

namespace SoraFunctions.World.Staging.Forms.Figures;

/// <summary>How a human figure bends. Ranges are those of an agile adult, rounded.</summary>
internal static class MannequinJoints
{
    private static readonly Vector3d _right = new(1, 0, 0), _up = new(0, 1, 0), _front = new(0, 0, 1);

    /// <summary>Postures by name: stand, T, tucked, arms-in, crouch, seated.</summary>
    public static IReadOnlyDictionary<string, Posture> Postures { get; } = new Dictionary<string, Posture>
    {
        ["stand"] = Posture.Rest,
        ["T"] = Of(new(), ("upper arm", Out(1.5))),
        ["tucked"] = Of(
            new() { ["abdomen"] = Forward(0.4), ["chest"] = Forward(0.4), ["neck"] = Forward(0.35), ["head"] = Forward(0.3) },
            ("upper arm", _ => Back(0.95)), ("forearm", _ => Back(1.1)), ("thigh", _ => Back(2.15)), ("shin", _ => Forward(2.35)), ("foot", _ => Forward(0.5))),
        ["arms-in"] = Of(new(), ("upper arm", side => Back(0.55) * Rotation.About(_up, -side * 0.95)), ("forearm", _ => Back(2.1))),
        ["crouch"] = Of(
            new() { ["abdomen"] = Forward(0.3), ["chest"] = Forward(0.2), ["head"] = Back(0.25) },
            ("upper arm", side => Back(0.7) * Out(0.15)(side)), ("forearm", _ => Back(0.9)), ("thigh", side => Back(1.75) * Out(0.12)(side)), ("shin", _ => Forward(2.05)), ("foot", _ => Back(0.3))),
        ["seated"] = Of(new(), ("upper arm", _ => Back(0.35)), ("forearm", _ => Back(0.95)), ("thigh", _ => Back(1.55)), ("shin", _ => Forward(1.5))),
    };

    /// <summary>The joints, in the order of the limbs.</summary>
    /// <param name="height">Of the figure in metres.</param>
    public static IReadOnlyList<Articulation> Of(double height)
    {
        List<Articulation> joints =
        [
            Ball("pelvis", "abdomen", new(0, 0.6, 0), _up, 0.6, _up),
            Ball("abdomen", "chest", new(0, 0.683, 0), _up, 0.6, _up),
            Ball("chest", "neck", new(0, 0.838, -0.01), _up, 0.6, _up),
            Ball("neck", "head", new(0, 0.886, 0), _up, 0.7, _up),
        ];
        foreach (var (parent, child, at, hinge, axis, cone) in _side)
        {
            foreach (var (name, sign) in new[] { ("left", 1), ("right", -1) })
            {
                var anchor = at with { X = sign * at.X };
                var from = parent is "chest" or "pelvis" ? parent : $"{name} {parent}";
                joints.Add(hinge is { } limits
                    ? new(from, $"{name} {child}", anchor, axis) { Hinge = limits }
                    : Ball(from, $"{name} {child}", anchor, (axis with { X = sign * axis.X }).Unit(), cone, -_up));
            }
        }

        var weight = Mannequin.MassAtOneMetre * height * height * height * 9.81;
        return [.. joints.Select(joint => joint with { Anchor = joint.Anchor * height, Strength = Strength(joint.Child) * weight * height, Bears = IsLeg(joint.Child) })];
    }

    private static readonly (string Parent, string Child, Vector3d At, (double, double)? Hinge, Vector3d Axis, double Cone)[] _side =
    [
        ("chest", "upper arm", new(0.112, 0.812, -0.003), null, new(0.75, -0.25, 0.6), 2),
        ("upper arm", "forearm", new(0.127, 0.63, -0.002), (-0.05, 2.6), new(-1, 0, 0), 0),
        ("forearm", "hand", new(0.1345, 0.489, 0.005), null, new(0, -1, 0), 1.2),
        ("pelvis", "thigh", new(0.054, 0.522, 0), null, new(0.25, -0.55, 0.8), 1.55),
        ("thigh", "shin", new(0.056, 0.288, 0.006), (-0.05, 2.6), new(1, 0, 0), 0),
        ("shin", "foot", new(0.055, 0.052, -0.014), (-0.8, 0.6), new(-1, 0, 0), 0),
    ];

    // Isometric torque of an adult as a part of weight times height, rounded from Winter's and Chaffin's tables.
    private static bool IsLeg(string limb) =>
        limb.EndsWith("thigh", StringComparison.Ordinal) || limb.EndsWith("shin", StringComparison.Ordinal) || limb.EndsWith("foot", StringComparison.Ordinal);

    private static double Strength(string limb) => limb switch
    {
        "abdomen" or "chest" => 0.28,
        "neck" or "head" => 0.05,
        _ when limb.EndsWith("thigh", StringComparison.Ordinal) => 0.22,
        _ when limb.EndsWith("shin", StringComparison.Ordinal) => 0.2,
        _ when limb.EndsWith("foot", StringComparison.Ordinal) => 0.13,
        _ when limb.EndsWith("upper arm", StringComparison.Ordinal) => 0.08,
        _ when limb.EndsWith("forearm", StringComparison.Ordinal) => 0.06,
        _ => 0.012,
    };

    private static Articulation Ball(string parent, string child, Vector3d at, Vector3d axis, double cone, Vector3d pointing) =>
        new(parent, child, at, axis) { Cone = cone, Pointing = pointing };

    private static Rotation Forward(double angle) => Rotation.About(_right, angle);

    private static Rotation Back(double angle) => Rotation.About(_right, -angle);

    private static Func<int, Rotation> Out(double angle) => side => Rotation.About(_front, side * angle);

    private static Posture Of(Dictionary<string, Rotation> middle, params (string Limb, Func<int, Rotation> Turn)[] sides)
    {
        foreach (var (limb, turn) in sides)
        {
            middle[$"left {limb}"] = turn(1);
            middle[$"right {limb}"] = turn(-1);
        }

        return new(middle);
    }
}
