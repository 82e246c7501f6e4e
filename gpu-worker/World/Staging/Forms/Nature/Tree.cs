using System.Numerics;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>A broad-leaved tree: boughs that fork, twigs, and clusters of leaves at their ends.</summary>
internal static class Tree
{
    private const int Leaves = 1560;

    /// <summary>Draws it.</summary>
    /// <param name="height">In metres.</param>
    /// <param name="leaf">Surface of the leaves.</param>
    /// <param name="bark">Surface of the trunk.</param>
    /// <param name="density">Of the wood, kg/m3.</param>
    /// <param name="random">Chance.</param>
    public static Draft Make(double height, Material leaf, Material bark, double density, Random random)
    {
        var wood = new MeshBuilder();
        List<(Vector3 At, float Size)> clusters = [];
        Bough(wood, clusters, Vector3.Zero, Vector3.UnitY, 0.34f, 0.034f, 0, random);
        var crown = new MeshBuilder();
        var total = clusters.Sum(cluster => cluster.Size * cluster.Size);
        foreach (var (at, size) in clusters)
        {
            Cluster(crown, at, size, (int)MathF.Round(Leaves * size * size / total), random);
        }

        var meshes = new[] { wood.Build(), crown.Build() };
        var by = (float)height / Enclosure.Bounds(meshes).High.Y;
        var (trunk, leaves) = (Enclosure.Scaled(meshes[0], by), Enclosure.Scaled(meshes[1], by));
        var draft = Enclosure.Of([(trunk, bark), (leaves, leaf)]);

        // Roots hold it: its weight acts low over its foot.
        var (foot, crownRadius) = (0.12 * height, 0.4 * Math.Max(draft.Size.X, draft.Size.Z));
        return draft with
        {
            Shape = centre => Round.Lathe([(foot, 0), (crownRadius, 0.6 * height), (0.4 * crownRadius, height)], 0.01 * height, centre),
            Mass = MassProperties.Of([draft.Parts[0].Mesh], density) with { Centre = new(0, 0.2 * height, 0) } };
    }

    private static void Bough(
        MeshBuilder wood, List<(Vector3, float)> clusters, Vector3 from, Vector3 along, float length, float radius, int order, Random random)
    {
        var steps = 6 - order;
        List<Vector3> path = [from];
        var way = along;
        for (var i = 0; i < steps; i++)
        {
            // Boughs wander, and turn back up to the light.
            way = Vector3.Normalize(way + (0.22f * order * Chance(random) * 0.6f) + (Vector3.UnitY * (order == 0 ? 0.1f : 0.07f)) + (order == 0 ? 0.05f * Chance(random) : default));
            path.Add(path[^1] + (way * (length / steps)));
        }

        var end = order == 3 ? 0.25f : 0.62f;
        Tube.Draw(wood, path, t => radius * (1 - ((1 - end) * t) + (order == 0 ? 0.9f * MathF.Exp(-9 * t) : 0)), order == 0 ? 14 : 9 - (2 * order), order == 0 ? 0 : 0.4f);
        if (order == 3)
        {
            clusters.Add((path[^1], 0.075f + (0.025f * random.NextSingle())));
            return;
        }

        var forks = order == 0 ? 5 : 3;
        var turn = random.NextSingle() * MathF.Tau;
        for (var k = 0; k < forks; k++)
        {
            var t = k == 0 ? 1 : 0.55f + (0.45f * k / forks);
            var start = path[(int)MathF.Round(t * steps)];
            var side = Vector3.Transform(way.Y > 0.95f ? Vector3.UnitX : Vector3.Normalize(Vector3.Cross(way, Vector3.UnitY)), Quaternion.CreateFromAxisAngle(way, turn + (k * 2.4f)));
            var spread = k == 0 ? 0.25f : order == 0 ? 0.95f : 0.8f;
            var next = Vector3.Normalize(way + (side * spread));
            Bough(wood, clusters, start, next, length * (order == 0 ? 0.66f : 0.72f) * (0.85f + (0.3f * random.NextSingle())), radius * (k == 0 ? 0.62f : 0.5f), order + 1, random);
        }

        if (order == 2)
        {
            clusters.Add((path[steps / 2], 0.06f));
        }
    }

    private static void Cluster(MeshBuilder crown, Vector3 at, float size, int count, Random random)
    {
        for (var i = 0; i < count; i++)
        {
            var away = Vector3.Normalize(Chance(random) + new Vector3(0, 0.12f, 0));
            var root = at + (away * (size * MathF.Cbrt(random.NextSingle())));
            var along = Vector3.Normalize(away + (0.8f * Chance(random)) - new Vector3(0, 0.35f, 0));
            var side = Vector3.Normalize(Vector3.Cross(along, Vector3.Normalize(away + (0.5f * Chance(random)) + new Vector3(0, 0.2f, 0))));
            var length = 0.047f * (0.75f + (0.5f * random.NextSingle()));
            crown.Colour = new Vector3(0.62f + (0.38f * random.NextSingle())) * new Vector3(0.85f + (0.15f * random.NextSingle()), 1, 0.9f) * (0.75f + (0.25f * Math.Clamp(away.Y + 0.5f, 0, 1)));
            Leaf(crown, root, along * length, side * (0.33f * length), Vector3.Normalize(Vector3.Cross(side, along)) * (0.1f * length), away);
        }
    }

    // A folded leaf as a flat tetrahedron: closed, and lit as part of the cluster's round.
    private static void Leaf(MeshBuilder crown, Vector3 root, Vector3 along, Vector3 side, Vector3 fold, Vector3 away)
    {
        Vector3 tip = root + along, left = root + (0.45f * along) - side + fold, right = root + (0.45f * along) + side + fold;
        Facet(root, right, tip);
        Facet(root, tip, left);
        Facet(right, left, tip);
        Facet(root, left, right);

        void Facet(Vector3 a, Vector3 b, Vector3 c)
        {
            var normal = Vector3.Cross(b - a, c - a);
            if (Vector3.Dot(normal, ((a + b + c) / 3) - ((root + tip + left + right) / 4)) < 0)
            {
                (b, c, normal) = (c, b, -normal);
            }

            normal = Vector3.Normalize(normal);
            var soft = Vector3.Dot(normal, away) > 0 ? Vector3.Normalize(normal + away) : normal;
            crown.Triangle(crown.Vertex(a, soft, new(0.5f, 1)), crown.Vertex(b, soft, new(0.5f, 0.5f)), crown.Vertex(c, soft, new(0.5f, 0)));
        }
    }

    private static Vector3 Chance(Random random)
    {
        float y = (2 * random.NextSingle()) - 1, angle = MathF.Tau * random.NextSingle(), across = MathF.Sqrt(1 - (y * y));
        return new(across * MathF.Cos(angle), y, across * MathF.Sin(angle));
    }
}
