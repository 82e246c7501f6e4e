using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms.Scenery;

/// <summary>Low plants and the trees of a distance.</summary>
internal static class Plants
{
    /// <summary>A tuft of grass.</summary>
    /// <param name="height">Of the longest blades in metres.</param>
    /// <param name="radius">Of the ground it grows on, in metres.</param>
    /// <param name="blades">How many blades; six triangles each.</param>
    /// <param name="leaf">Its surface.</param>
    /// <param name="random">Chance.</param>
    public static IReadOnlyList<(Mesh Mesh, Material Material)> Grass(float height, float radius, int blades, Material leaf, Random random)
    {
        var builder = new MeshBuilder();
        for (var i = 0; i < blades; i++)
        {
            float angle = random.NextSingle() * MathF.Tau, from = radius * MathF.Sqrt(random.NextSingle());
            float length = height * (0.5f + (0.5f * random.NextSingle())), bend = length * (0.15f + (0.5f * random.NextSingle()));
            var outwards = Turned(Vector3.UnitX, angle + (1.6f * (random.NextSingle() - 0.5f)));
            var root = Turned(Vector3.UnitX, angle) * from;
            var tone = 0.65f + (0.35f * random.NextSingle());
            Ribbon(builder, 4, s => root + (outwards * (bend * s * s)) + (Vector3.UnitY * (length * s * (1 - (0.25f * s * bend / length)))),
                Vector3.Cross(Vector3.UnitY, outwards), s => 0.016f * height * (1 - (s * s)), s => new Vector3(tone) * (0.45f + (0.55f * s)));
        }

        return [(builder.Build(), leaf)];
    }

    /// <summary>A fern.</summary>
    /// <param name="height">In metres.</param>
    /// <param name="fronds">How many fronds.</param>
    /// <param name="leaf">Its surface.</param>
    /// <param name="random">Chance.</param>
    public static IReadOnlyList<(Mesh Mesh, Material Material)> Fern(float height, int fronds, Material leaf, Random random)
    {
        var builder = new MeshBuilder();
        for (var i = 0; i < fronds; i++)
        {
            var outwards = Turned(Vector3.UnitX, (i + (0.6f * random.NextSingle())) * MathF.Tau / fronds);
            float reach = height * (0.9f + (0.5f * random.NextSingle())), rise = height * (0.8f + (0.3f * random.NextSingle()));
            Frond(builder, s => (outwards * (reach * s)) + (Vector3.UnitY * (rise * ((1.9f * s) - (1.35f * s * s)))), outwards, 18, 0.3f * height, 0.75f);
        }

        return [(builder.Build(), leaf)];
    }

    /// <summary>A palm with a ringed trunk.</summary>
    /// <param name="height">In metres.</param>
    /// <param name="leaf">Surface of the fronds.</param>
    /// <param name="bark">Surface of the trunk.</param>
    /// <param name="random">Chance.</param>
    public static IReadOnlyList<(Mesh Mesh, Material Material)> Palm(float height, Material leaf, Material bark, Random random)
    {
        var (wood, crown) = (new MeshBuilder(), new MeshBuilder());
        float lean = 0.22f * height, stem = 0.82f * height;
        Vector3 At(float t) => new(lean * t * t, stem * t, 0);
        Tube.Draw(wood, [.. Enumerable.Range(0, 61).Select(i => At(i / 60f))], t => 0.026f * height * (1.15f - (0.45f * t) + (0.5f * MathF.Exp(-12 * t)) + (0.07f * (t * 20 % 1))), 14);
        var top = At(1);
        const int fronds = 15;
        for (var i = 0; i < fronds; i++)
        {
            var outwards = Turned(Vector3.UnitX, (i + (0.4f * random.NextSingle())) * MathF.Tau * 0.382f);
            float up = 0.75f - (1.15f * i / fronds), reach = height * (0.34f + (0.06f * random.NextSingle()));
            Frond(crown, s => top + (outwards * (reach * s * (1 - (0.18f * s)))) + (Vector3.UnitY * (reach * ((up * s) - ((0.55f + (0.25f * up)) * s * s)))), outwards, 26, 0.13f * height, 0.45f);
        }

        return [(wood.Build(), bark), (crown.Build(), leaf)];
    }

    /// <summary>A spruce: tiers of drooping branches.</summary>
    /// <param name="height">In metres.</param>
    /// <param name="leaf">Surface of the needles.</param>
    /// <param name="bark">Surface of the trunk.</param>
    /// <param name="random">Chance.</param>
    public static IReadOnlyList<(Mesh Mesh, Material Material)> Pine(float height, Material leaf, Material bark, Random random)
    {
        var (wood, needles) = (new MeshBuilder(), new MeshBuilder());
        Tube.Draw(wood, [Vector3.Zero, new(0, 0.5f * height, 0), new(0, 0.97f * height, 0)], t => 0.022f * height * (1.02f - t), 10);
        const int tiers = 17;
        for (var tier = 0; tier < tiers; tier++)
        {
            var t = tier / (tiers - 1f);
            float y = height * (0.1f + (0.86f * t)), reach = height * ((0.24f * (1 - t)) + 0.02f);
            var branches = 13 - (tier / 2);
            for (var i = 0; i < branches; i++)
            {
                var outwards = Turned(Vector3.UnitX, (i + (0.8f * random.NextSingle()) + (tier * 0.5f)) * MathF.Tau / branches);
                float length = reach * (0.8f + (0.35f * random.NextSingle())), start = y + (0.02f * height * random.NextSingle());
                Frond(needles, s => new Vector3(0, start, 0) + (outwards * (length * s)) - (Vector3.UnitY * (length * ((0.55f * s) - (0.3f * s * s)))), outwards, 7, 0.5f * length, 0.6f);
            }
        }

        return [(wood.Build(), bark), (needles.Build(), leaf)];
    }

    // A midrib with leaflets on both sides, longest at a third of its length.
    private static void Frond(MeshBuilder builder, Func<float, Vector3> rib, Vector3 outwards, int pairs, float longest, float droop)
    {
        var side = Vector3.Cross(Vector3.UnitY, outwards);
        Ribbon(builder, 8, rib, side, s => 0.022f * longest * (1.2f - s), s => new(0.6f));
        for (var i = 0; i < pairs; i++)
        {
            var s = (i + 1.2f) / (pairs + 0.6f);
            var along = Vector3.Normalize(rib(s + 0.01f) - rib(s - 0.01f));
            var length = longest * MathF.Pow(MathF.Sin(MathF.PI * MathF.Pow(s, 0.7f)), 0.7f) * (1.05f - (0.35f * s));
            foreach (var sign in new[] { -1, 1 })
            {
                var away = Vector3.Normalize((side * sign) + (along * 0.55f));
                var root = rib(s);
                Ribbon(builder, 3, u => root + (away * (length * u)) - (Vector3.UnitY * (droop * 0.6f * length * u * u)),
                    along, u => 0.5f * longest / pairs * 2.1f * MathF.Sin(MathF.PI * (0.12f + (0.88f * u))) * 0.62f, u => new Vector3(0.7f + (0.3f * u)) * (0.8f + (0.2f * s)));
            }
        }
    }

    // One layer of leaf, seen from both sides, its normals leaning outwards as if it were cupped.
    private static void Ribbon(
        MeshBuilder builder, int steps, Func<float, Vector3> path, Vector3 across, Func<float, float> half, Func<float, Vector3> tone) =>
        builder.Grid(steps + 1, 2, (i, j) =>
        {
            var s = i / (float)steps;
            var along = path(s + 0.01f) - path(s - 0.01f);
            var normal = Vector3.Normalize(Vector3.Cross(across, along));
            builder.Colour = tone(s);
            return builder.Vertex(path(s) + (across * (((2 * j) - 1) * half(s))), Vector3.Normalize(normal + (across * (0.35f * ((2 * j) - 1)))), new(j, 1 - s));
        });

    private static Vector3 Turned(Vector3 v, float angle) => Vector3.Transform(v, Quaternion.CreateFromAxisAngle(Vector3.UnitY, angle));
}
