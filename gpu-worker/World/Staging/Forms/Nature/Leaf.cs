using System.Numerics;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>A leaf lying flat: pointed, folded along its midrib, with veins and a stalk.</summary>
internal static class Leaf
{
    private const int Wide = 128;

    /// <summary>Draws it; its length is along z, the stalk in front.</summary>
    /// <param name="length">With the stalk, in metres.</param>
    /// <param name="material">Its surface and colour.</param>
    /// <param name="random">Chance.</param>
    public static Draft Make(double length, Material material, Random random)
    {
        float l = (float)length, blade = 0.8f * l, width = l * (0.4f + (0.08f * random.NextSingle())), thin = 0.004f * l;
        float fold = 0.16f + (0.1f * random.NextSingle()), curl = 0.1f + (0.12f * random.NextSingle()), twist = 0.25f * (random.NextSingle() - 0.5f);
        Vector3 At(float s, float t)
        {
            var across = (2 * t) - 1;
            var half = 0.5f * width * Outline(s);
            var scallop = 1 + (0.02f * MathF.Sin(s * 60) * Math.Abs(across));
            float z = (0.5f * l) - (0.2f * l) - (s * blade), bend = (s - 0.4f) * (s - 0.4f);
            var up = (fold * half * MathF.Sqrt((across * across) + 0.02f)) + (curl * l * bend) + (0.012f * l * Math.Abs(across) * MathF.Sin(s * 22));
            return new(across * half * scallop, up + (twist * half * across * s), z);
        }

        var builder = new MeshBuilder();
        Sheet.Draw(builder, 41, 17, At, (_, _) => thin);
        var stalk = new MeshBuilder();
        Vector3 root = At(0, 0.5f), end = new(0.02f * l, root.Y + (0.02f * l), 0.5f * l);
        Tube.Draw(
            stalk, [At(0.5f, 0.5f), At(0.25f, 0.5f), At(0.06f, 0.5f), root + new Vector3(0, 0.004f * l, 0.01f * l), Vector3.Lerp(root, end, 0.5f), end],
            t => l * (0.003f + (0.006f * MathF.Min(2 * t, 1))), 8);
        var skin = material with { Picture = Veins(material.Colour), Translucency = 0.4f, Roughness = Math.Max(0.4f, material.Roughness), Transmission = 0 };
        var rib = material with { Colour = Vein(material.Colour), Transmission = 0 };
        var draft = Enclosure.Of([(builder.Build(), skin), (stalk.Build(), rib)]);
        double area = 0.62 * width * blade, grams = Math.Max(0.2 * area, 1e-5);
        var block = MassProperties.Block(new(0.8 * width, 0.3 * draft.Size.Y, 0.8 * l), 1);
        return draft with
        {
            Mass = block with { Mass = grams, Inertia = block.Inertia * (grams / block.Mass), Centre = new(0, 0.35 * draft.Size.Y, 0.02 * l) },
            Air = new(Vector3d.UnitY, area, width),
        };
    }

    private static float Outline(float s) => MathF.Pow(Math.Max(MathF.Sin(MathF.PI * MathF.Pow(s, 0.72f)), 0), 0.85f) * (1.06f - (0.4f * s * s)) + (0.012f * (1 - s));

    private static Vector3 Vein(Vector3 colour) => Vector3.Lerp(colour, new(0.5f, 0.48f, 0.22f), 0.45f);

    private static Texture Veins(Vector3 colour)
    {
        var rgba = new byte[Wide * Wide * 2 * 4];
        for (var y = 0; y < 2 * Wide; y++)
        {
            for (var x = 0; x < Wide; x++)
            {
                float across = Math.Abs(((x + 0.5f) / Wide * 2) - 1), s = 1 - ((y + 0.5f) / (2 * Wide));
                var branch = ((s - (0.16f * across)) * 11) % 1;
                var vein = Math.Max(MathF.Exp(-across * across * 900), 0.55f * MathF.Exp(-(branch - 0.5f) * (branch - 0.5f) * 220) * (1 - (0.7f * across)));
                var shade = Vector3.Lerp(colour * (0.85f + (0.15f * MathF.Cos((branch - 0.5f) * 3)) - (0.1f * across)), Vein(colour), 0.75f * vein);
                var pixel = ((y * Wide) + x) * 4;
                (rgba[pixel], rgba[pixel + 1], rgba[pixel + 2], rgba[pixel + 3]) = (Colours.Byte(shade.X), Colours.Byte(shade.Y), Colours.Byte(shade.Z), 255);
            }
        }

        return new(Wide, 2 * Wide, rgba);
    }
}
