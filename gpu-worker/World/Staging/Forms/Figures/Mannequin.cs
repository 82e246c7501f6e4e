using System.Numerics;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Staging.Forms.Fields;

namespace SoraFunctions.World.Staging.Forms.Figures;

/// <summary>
/// A jointed human figure, as artists use it. Lengths of the segments follow Drillis and Contini, "Body segment parameters" (1966, in
/// Winter, "Biomechanics and motor control of human movement"); their parts of the mass de Leva, "Adjustments to
/// Zatsiorsky-Seluyanov's segment inertia parameters" (1996, men: 73 kg at 1.741 m), the neck taken from the head.
/// </summary>
internal static class Mannequin
{
    /// <summary>Mass in kilograms of a figure of 1 m; it grows with the cube of the height.</summary>
    public const double MassAtOneMetre = 73 / (1.741 * 1.741 * 1.741);

    /// <summary>Makes it.</summary>
    /// <param name="height">In metres.</param>
    /// <param name="skin">Its surface.</param>
    /// <param name="random">Chance, for the grain of wood.</param>
    /// <param name="grained">Whether it is of wood.</param>
    public static Figure Make(double height, Material skin, Random random, bool grained)
    {
        var wander = new Bumps(random, 0.3f, 2);
        Vector3 Grained(Vector3 p)
        {
            var ring = 26 * MathF.Sqrt((p.X * p.X * 1.4f) + ((p.Z + 0.05f) * (p.Z + 0.05f))) + (1.1f * wander.At(p with { Y = 0.25f * p.Y }));
            return new Vector3(1, 0.985f, 0.96f) * (0.9f + (0.1f * MathF.Cos(MathF.Tau * ring)));
        }

        var total = MassAtOneMetre * height * height * height;
        var sculptor = new Sculptor((float)height, skin, skin with { Colour = skin.Colour * 0.72f }, grained ? Grained : null);
        List<Limb> limbs = [.. Torso(sculptor, total)];
        foreach (var limb in Side(sculptor, total))
        {
            limbs.Add(limb with { Name = $"left {limb.Name}" });
            limbs.Add(Sculptor.Mirrored(limb, $"right {limb.Name}"));
        }

        return new(limbs, MannequinJoints.Of(height), MannequinJoints.Postures);
    }

    private static IEnumerable<Limb> Torso(Sculptor sculptor, double total)
    {
        yield return sculptor.Limb(
            "pelvis",
            Without(0.012f, Without(0.012f, Blend(0.03f, Ellipsoid(new(0, 0.553f, 0), new(0.08f, 0.05f, 0.052f)), Ball(new(0.034f, 0.54f, -0.018f), 0.043f), Ball(new(-0.034f, 0.54f, -0.018f), 0.043f)),
                Ball(new(0.056f, 0.508f, 0.002f), 0.041f)), Ball(new(-0.056f, 0.508f, 0.002f), 0.041f)),
            new(-0.1f, 0.47f, -0.08f), new(0.1f, 0.62f, 0.07f), 0.0125f, 0.1117 * total);
        yield return sculptor.Limb(
            "abdomen", Blend(0.02f, Ellipsoid(new(0, 0.645f, 0.002f), new(0.06f, 0.042f, 0.044f)), Limb(new(0, 0.62f, 0), new(0, 0.67f, 0), 0.04f, 0.042f)),
            new(-0.08f, 0.57f, -0.07f), new(0.08f, 0.73f, 0.07f), 0.0125f, 0.1633 * total, [(new(0, 0.6f, 0), 0.044f)]);
        yield return sculptor.Limb(
            "chest",
            Blend(0.04f, Ellipsoid(new(0, 0.765f, -0.002f), new(0.083f, 0.075f, 0.054f)), Limb(new(-0.075f, 0.808f, -0.006f), new(0.075f, 0.808f, -0.006f), 0.031f, 0.031f),
                Ellipsoid(new(0.036f, 0.783f, 0.03f), new(0.038f, 0.03f, 0.026f)), Ellipsoid(new(-0.036f, 0.783f, 0.03f), new(0.038f, 0.03f, 0.026f)), Ellipsoid(new(0, 0.705f, 0), new(0.062f, 0.03f, 0.046f))),
            new(-0.13f, 0.66f, -0.08f), new(0.13f, 0.86f, 0.08f), 0.0125f, 0.1596 * total, [(new(0, 0.683f, 0), 0.042f)]);
        yield return sculptor.Limb(
            "neck", Limb(new(0, 0.843f, -0.01f), new(0, 0.886f, 0), 0.025f, 0.0225f), new(-0.04f, 0.8f, -0.05f), new(0.04f, 0.92f, 0.04f), 0.0105f, 0.0134 * total,
            [(new(0, 0.838f, -0.01f), 0.029f)]);
        yield return sculptor.Limb(
            "head",
            Blend(0.022f, Ellipsoid(new(0, 0.946f, -0.002f), new(0.042f, 0.054f, 0.05f)), Ellipsoid(new(0, 0.908f, 0.016f), new(0.029f, 0.036f, 0.033f)),
                Limb(new(0, 0.94f, 0.046f), new(0, 0.919f, 0.0515f), 0.0045f, 0.0075f), Ellipsoid(new(0.041f, 0.928f, -0.004f), new(0.006f, 0.014f, 0.01f)), Ellipsoid(new(-0.041f, 0.928f, -0.004f), new(0.006f, 0.014f, 0.01f))),
            new(-0.06f, 0.85f, -0.07f), new(0.06f, 1.02f, 0.08f), 0.0098f, 0.056 * total);
    }

    private static IEnumerable<Limb> Side(Sculptor sculptor, double total)
    {
        yield return sculptor.Limb(
            "upper arm", Blend(0.02f, Limb(new(0.114f, 0.8f, -0.003f), new(0.126f, 0.648f, -0.002f), 0.0255f, 0.0185f), Ellipsoid(new(0.12f, 0.73f, 0.006f), new(0.022f, 0.045f, 0.024f))),
            new(0.07f, 0.6f, -0.05f), new(0.17f, 0.85f, 0.05f), 0.0115f, 0.0271 * total, [(new(0.112f, 0.812f, -0.003f), 0.031f)]);
        yield return sculptor.Limb(
            "forearm", Blend(0.02f, Limb(new(0.1275f, 0.616f, -0.001f), new(0.134f, 0.502f, 0.004f), 0.0185f, 0.0125f), Ellipsoid(new(0.1285f, 0.588f, 0.001f), new(0.02f, 0.034f, 0.021f))),
            new(0.09f, 0.46f, -0.04f), new(0.17f, 0.66f, 0.05f), 0.0098f, 0.0162 * total, [(new(0.127f, 0.63f, -0.002f), 0.0215f)]);
        yield return sculptor.Limb("hand", Hand(new(0.135f, 0.485f, 0.005f)), new(0.1f, 0.36f, -0.045f), new(0.17f, 0.5f, 0.06f), 0.0036f, 0.0061 * total, [(new(0.1345f, 0.489f, 0.005f), 0.0135f)]);
        yield return sculptor.Limb(
            "thigh", Blend(0.02f, Limb(new(0.055f, 0.5f, 0), new(0.056f, 0.306f, 0.004f), 0.04f, 0.0265f), Ellipsoid(new(0.059f, 0.425f, 0.01f), new(0.039f, 0.08f, 0.041f))),
            new(0, 0.25f, -0.07f), new(0.12f, 0.56f, 0.08f), 0.0135f, 0.1416 * total, [(new(0.054f, 0.522f, 0), 0.042f)]);
        yield return sculptor.Limb(
            "shin", Blend(0.02f, Limb(new(0.056f, 0.27f, 0.003f), new(0.055f, 0.07f, -0.012f), 0.025f, 0.0155f), Ellipsoid(new(0.057f, 0.208f, -0.014f), new(0.0265f, 0.055f, 0.028f))),
            new(0.01f, 0.02f, -0.07f), new(0.11f, 0.31f, 0.06f), 0.0125f, 0.0433 * total, [(new(0.056f, 0.288f, 0.006f), 0.0285f)]);
        yield return sculptor.Limb("foot", Foot(), new(0, -0.02f, -0.07f), new(0.12f, 0.07f, 0.14f), 0.0092f, 0.0137 * total, [(new(0.055f, 0.052f, -0.014f), 0.0185f)]);
    }

    private static Field Foot() => Common(
        0.006f,
        Blend(0.022f, Ball(new(0.055f, 0.019f, -0.033f), 0.0205f), Limb(new(0.055f, 0.037f, -0.012f), new(0.058f, 0.016f, 0.07f), 0.021f, 0.0155f), Ellipsoid(new(0.06f, 0.012f, 0.086f), new(0.028f, 0.0135f, 0.027f))),
        p => -p.Y);

    // Hanging, the thumb in front: palm, four fingers of two bent links, thumb.
    private static Field Hand(Vector3 wrist)
    {
        List<Field> fingers = [];
        (float Z, float Length, float Spread, float Radius)[] four = [(0.0185f, 0.039f, 0.009f, 0.0054f), (0.0062f, 0.0445f, 0.0022f, 0.0056f), (-0.006f, 0.041f, -0.0045f, 0.0054f), (-0.0178f, 0.0325f, -0.0115f, 0.0047f)];
        foreach (var (z, length, spread, radius) in four)
        {
            Vector3 knuckle = wrist + new Vector3(0, -0.052f + (Math.Abs(z - 0.004f) * -0.12f) + 0.001f, z * 0.92f);
            var middle = knuckle + new Vector3(-0.0025f, -0.55f * length, 0.55f * spread);
            var tip = middle + new Vector3(-0.0075f, -0.44f * length, 0.42f * spread);
            fingers.Add(Blend(0.003f, Limb(knuckle, middle, radius, 0.92f * radius), Limb(middle, tip, 0.92f * radius, 0.74f * radius)));
        }

        Vector3 root = wrist + new Vector3(-0.004f, -0.018f, 0.014f), joint = wrist + new Vector3(-0.008f, -0.042f, 0.034f), end = joint + new Vector3(-0.003f, -0.021f, 0.005f);
        var thumb = Blend(0.004f, Limb(root, joint, 0.009f, 0.0064f), Limb(joint, end, 0.0062f, 0.005f));
        var palm = Blend(0.012f, Block(wrist + new Vector3(-0.001f, -0.033f, 0), new(0.0085f, 0.0215f, 0.0215f), 0.008f), Limb(wrist, wrist + new Vector3(0, -0.02f, 0), 0.012f, 0.0125f));
        return Blend(0.006f, palm, thumb, Blend(0.0012f, [.. fingers]));
    }
}
