using System.Numerics;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Staging.Forms.Fields;

namespace SoraFunctions.World.Staging.Forms.Figures;

/// <summary>A jointed cat, standing, smooth as a figurine. Lengths are parts of its height at the tips of the ears.</summary>
internal static class Cat
{
    private const int TailLinks = 6;
    private static readonly Vector3d _right = new(1, 0, 0);

    /// <summary>Makes it.</summary>
    /// <param name="height">At the tips of the ears, in metres.</param>
    /// <param name="skin">Its surface.</param>
    /// <param name="density">kg/m3.</param>
    public static Figure Make(double height, Material skin, double density)
    {
        var h = (float)height;
        var sculptor = new Sculptor(h, skin, skin, null);
        List<Limb> limbs =
        [
            sculptor.Limb("loins", Blend(0.12f, Ellipsoid(new(0, 0.575f, -0.3f), new(0.125f, 0.145f, 0.2f)), Ellipsoid(new(0, 0.57f, -0.1f), new(0.12f, 0.135f, 0.2f))), new(-0.2f, 0.35f, -0.6f), new(0.2f, 0.8f, 0.2f), 0.044f, 1),
            sculptor.Limb("chest", Blend(0.12f, Ellipsoid(new(0, 0.575f, 0.09f), new(0.125f, 0.155f, 0.21f)), Ball(new(0, 0.59f, 0.2f), 0.115f)), new(-0.2f, 0.35f, -0.2f), new(0.2f, 0.8f, 0.4f), 0.044f, 1),
            sculptor.Limb("neck", Limb(new(0, 0.63f, 0.23f), new(0, 0.76f, 0.36f), 0.115f, 0.085f), new(-0.16f, 0.48f, 0.06f), new(0.16f, 0.88f, 0.48f), 0.04f, 1),
            sculptor.Limb("head", Head(), new(-0.18f, 0.66f, 0.26f), new(0.18f, 1.06f, 0.66f), 0.0215f, 1, null, Face(h)),
        ];
        foreach (var limb in Legs(sculptor))
        {
            limbs.Add(limb with { Name = $"left {limb.Name}" });
            limbs.Add(Sculptor.Mirrored(limb, $"right {limb.Name}"));
        }

        for (var i = 0; i < TailLinks; i++)
        {
            var (from, to) = (Tail(i), Tail(i + 1));
            Field link = Limb(from, to, 0.043f - (0.003f * i), 0.04f - (0.003f * i));
            limbs.Add(sculptor.Limb($"tail {i + 1}", link, Vector3.Min(from, to) - new Vector3(0.06f), Vector3.Max(from, to) + new Vector3(0.06f), 0.02f, 1));
        }

        limbs = [.. limbs.Select(limb => limb with { Mass = MassProperties.Of(limb.Parts.Select(part => part.Mesh), density) })];
        var torque = 9.81 * limbs.Sum(limb => limb.Mass.Mass) * height;
        return new(limbs, [.. Joints().Select(joint => joint with { Anchor = joint.Anchor * height, Strength = torque * (joint.Child.StartsWith("tail", StringComparison.Ordinal) ? 0.03 : 0.4) })], _postures);
    }

    private static Field Head() => Blend(
        0.05f,
        Ellipsoid(new(0, 0.825f, 0.43f), new(0.118f, 0.103f, 0.108f)),
        Ellipsoid(new(0, 0.785f, 0.515f), new(0.06f, 0.045f, 0.05f)),
        Ellipsoid(new(0.055f, 0.79f, 0.465f), new(0.055f, 0.05f, 0.06f)),
        Ellipsoid(new(-0.055f, 0.79f, 0.465f), new(0.055f, 0.05f, 0.06f)),
        Ear(1), Ear(-1));

    // A cone with a hollow to the front.
    private static Field Ear(int side) => Without(
        0.012f, Limb(new(side * 0.068f, 0.892f, 0.42f), new(side * 0.092f, 0.995f, 0.412f), 0.044f, 0.006f),
        Limb(new(side * 0.07f, 0.9f, 0.462f), new(side * 0.089f, 0.975f, 0.436f), 0.029f, 0.006f));

    private static IReadOnlyList<(Mesh Mesh, Material Material)> Face(float h)
    {
        var (eyes, nose) = (new MeshBuilder(), new MeshBuilder());
        foreach (var side in new[] { -1, 1 })
        {
            Orb.Draw(eyes, 6, d => h * (new Vector3(side * 0.05f, 0.838f, 0.515f) + (d * new Vector3(0.021f, 0.023f, 0.016f))));
        }

        Orb.Draw(nose, 4, d => h * (new Vector3(0, 0.805f, 0.56f) + (d * new Vector3(0.016f, 0.011f, 0.01f))));
        return
        [
            (eyes.Build(), new() { Colour = new(0.02f, 0.025f, 0.015f), Roughness = 0.05f, ClearCoat = 1 }),
            (nose.Build(), new() { Colour = new(0.42f, 0.15f, 0.14f), Roughness = 0.4f }),
        ];
    }

    private static IEnumerable<Limb> Legs(Sculptor sculptor)
    {
        yield return sculptor.Limb("fore upper leg", Blend(0.05f, Limb(new(0.075f, 0.53f, 0.17f), new(0.08f, 0.29f, 0.13f), 0.072f, 0.042f), Ellipsoid(new(0.08f, 0.52f, 0.16f), new(0.06f, 0.11f, 0.08f))), new(-0.02f, 0.2f, 0), new(0.2f, 0.7f, 0.32f), 0.034f, 1);
        yield return sculptor.Limb("fore lower leg", Blend(0.03f, Limb(new(0.08f, 0.28f, 0.13f), new(0.08f, 0.05f, 0.165f), 0.04f, 0.03f), Paw(0.08f, 0.19f)), new(0, -0.04f, 0.04f), new(0.16f, 0.36f, 0.3f), 0.0255f, 1);
        yield return sculptor.Limb("hind upper leg", Blend(0.06f, Limb(new(0.075f, 0.55f, -0.33f), new(0.09f, 0.31f, -0.25f), 0.105f, 0.05f), Ellipsoid(new(0.085f, 0.5f, -0.33f), new(0.062f, 0.13f, 0.11f))), new(-0.04f, 0.2f, -0.5f), new(0.22f, 0.72f, -0.12f), 0.034f, 1);
        yield return sculptor.Limb("hind lower leg", Blend(0.03f, Limb(new(0.09f, 0.3f, -0.25f), new(0.088f, 0.155f, -0.42f), 0.047f, 0.03f), Limb(new(0.088f, 0.155f, -0.42f), new(0.087f, 0.04f, -0.36f), 0.03f, 0.028f), Paw(0.087f, -0.33f)), new(0, -0.04f, -0.5f), new(0.18f, 0.4f, -0.14f), 0.0255f, 1);
    }

    private static Field Paw(float x, float z) => Common(0.01f, Ellipsoid(new(x, 0.03f, z), new(0.042f, 0.037f, 0.06f)), p => -p.Y);

    private static Vector3 Tail(int i)
    {
        var t = i / (float)TailLinks;
        return new(0.05f * MathF.Sin(5 * t) * t, 0.62f + (0.33f * t * t) - (0.1f * MathF.Sin(MathF.PI * t)), -0.47f - (0.36f * MathF.Sin(t * 1.9f)));
    }

    private static IEnumerable<Articulation> Joints()
    {
        Vector3d up = new(0, 1, 0), front = new(0, 0, 1), down = new(0, -1, 0);
        yield return new("loins", "chest", new(0, 0.58, -0.04), front) { Cone = 0.5, Pointing = front };
        yield return new("chest", "neck", new(0, 0.64, 0.22), (up + front).Unit()) { Cone = 0.7, Pointing = (up + front).Unit() };
        yield return new("neck", "head", new(0, 0.77, 0.36), front) { Cone = 0.8, Pointing = front };
        foreach (var (side, x) in new[] { ("left", 1), ("right", -1) })
        {
            yield return new("chest", $"{side} fore upper leg", new(x * 0.075, 0.54, 0.17), (down + (0.3 * front)).Unit()) { Cone = 1.2, Pointing = down };
        }

        foreach (var (side, x) in new[] { ("left", 1), ("right", -1) })
        {
            yield return new($"{side} fore upper leg", $"{side} fore lower leg", new(x * 0.08, 0.285, 0.13), -_right) { Hinge = (-0.4, 1.6) };
        }

        foreach (var (side, x) in new[] { ("left", 1), ("right", -1) })
        {
            yield return new("loins", $"{side} hind upper leg", new(x * 0.075, 0.55, -0.33), (down + (0.3 * front)).Unit()) { Cone = 1.2, Pointing = down };
        }

        foreach (var (side, x) in new[] { ("left", 1), ("right", -1) })
        {
            yield return new($"{side} hind upper leg", $"{side} hind lower leg", new(x * 0.09, 0.305, -0.25), _right) { Hinge = (-1.1, 1.2) };
        }

        for (var i = 0; i < TailLinks; i++)
        {
            var along = Vector3d.From(Tail(i + 1) - Tail(i)).Unit();
            yield return new(i == 0 ? "loins" : $"tail {i}", $"tail {i + 1}", Vector3d.From(Tail(i)), along) { Cone = 0.6, Pointing = along };
        }
    }

    private static readonly Dictionary<string, Posture> _postures = new()
    {
        ["stand"] = Posture.Rest,
        ["crouch"] = Held(0.75, 1.35, -0.75, 0.85, 0.1, 0.15),
        ["leap"] = Held(-1.0, 0.2, 0.85, -0.75, -0.15, -0.35),
    };

    // Positive turns about the right swing a hanging leg backwards.
    private static Posture Held(double fore, double elbow, double hind, double knee, double spine, double neck)
    {
        Dictionary<string, Rotation> turns = new() { ["chest"] = Rotation.About(_right, spine), ["neck"] = Rotation.About(_right, neck) };
        foreach (var side in new[] { "left", "right" })
        {
            turns[$"{side} fore upper leg"] = Rotation.About(_right, fore);
            turns[$"{side} fore lower leg"] = Rotation.About(_right, -elbow);
            turns[$"{side} hind upper leg"] = Rotation.About(_right, hind);
            turns[$"{side} hind lower leg"] = Rotation.About(_right, knee);
        }

        return new(turns);
    }
}
