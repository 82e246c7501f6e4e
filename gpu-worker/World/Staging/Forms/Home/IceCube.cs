using System.Numerics;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>A cube of ice, melted a little at its edges, with a cloud of fine bubbles in its heart.</summary>
internal static class IceCube
{
    /// <summary>Draws it.</summary>
    /// <param name="height">In metres.</param>
    /// <param name="ice">Its surface.</param>
    /// <param name="random">Chance.</param>
    public static Draft Make(double height, Material ice, Random random)
    {
        float h = (float)height, half = h / 2;
        var dents = new Bumps(random, 1.3f, 2);
        Vector3 middle = new(0, half, 0);
        Vector3 At(Vector3 d)
        {
            // A ball in a norm between round and square.
            var v = Vector3.Abs(d);
            var norm = MathF.Pow(MathF.Pow(v.X, 7) + MathF.Pow(v.Y, 7) + MathF.Pow(v.Z, 7), 1 / 7f);
            var side = 1 + (0.02f * dents.At(d * 1.5f));
            var sunken = 1 - (0.025f * MathF.Pow(Math.Max(v.X, v.Z), 8));
            return middle + (d * (half / norm) * new Vector3(side * sunken, 1, side * sunken));
        }

        var block = new MeshBuilder();
        Orb.Draw(block, 14, At);
        var bubbles = new MeshBuilder();
        for (var i = 0; i < 26; i++)
        {
            Vector3 chance = new(random.NextSingle() - 0.5f, random.NextSingle() - 0.5f, random.NextSingle() - 0.5f);
            var at = middle + (chance * chance.Length() * 0.95f * h);
            float r = h * (0.004f + (0.012f * random.NextSingle() * random.NextSingle())), longer = 1 + (2.5f * random.NextSingle());
            var along = Vector3.Normalize(at - middle);
            Orb.Draw(bubbles, 2, d => at + (d * r) + (along * (r * (longer - 1) * Vector3.Dot(d, along))));
        }

        var clear = ice with { Transmission = Math.Max(ice.Transmission, 0.9f), RefractiveIndex = 1.31f, Roughness = Math.Min(ice.Roughness, 0.08f), Metallic = 0, ClearCoat = 0.4f };
        return new(
            [(block.Build(), clear), (bubbles.Build(), new() { Colour = new(0.95f, 0.97f, 1), Transmission = 0.6f, RefractiveIndex = 1.1f, Roughness = 0.2f })],
            _ => Hull.Block(new(h, h, h), 0.1 * h), new(h)) { BestYaw = -0.5 };
    }
}
