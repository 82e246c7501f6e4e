using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>The figure of sawn wood: wavering rings cut lengthwise, with fine pores.</summary>
internal static class Grain
{
    private const int Size = 192;

    /// <summary>A picture of it, the grain running from top to bottom.</summary>
    /// <param name="colour">Linear mean colour.</param>
    /// <param name="random">Chance.</param>
    public static Texture Of(Vector3 colour, Random random)
    {
        var (wander, pores) = (new Bumps(random, 1, 3), new Bumps(random, 0.09f, 3));
        var rgba = new byte[Size * Size * 4];
        for (var y = 0; y < Size; y++)
        {
            for (var x = 0; x < Size; x++)
            {
                Vector2 at = new(x / (float)Size, y / (float)Size);
                var ring = (9 * at.X) + (1.6f * wander.At(new(1.3f * at.X, 0.35f * at.Y, 0)));
                var late = MathF.Pow(0.5f + (0.5f * MathF.Cos(MathF.Tau * ring)), 3);
                var pore = pores.At(new(at.X, 0.06f * at.Y, 0.5f));
                var tone = 1.1f - (0.3f * late) + (0.13f * pore) + (0.08f * wander.At(new(at.X, at.Y, 2)));
                var shade = colour * new Vector3(tone, tone * (0.98f - (0.04f * late)), tone * (0.96f - (0.1f * late)));
                var pixel = ((y * Size) + x) * 4;
                (rgba[pixel], rgba[pixel + 1], rgba[pixel + 2], rgba[pixel + 3]) = (Colours.Byte(shade.X), Colours.Byte(shade.Y), Colours.Byte(shade.Z), 255);
            }
        }

        return new(Size, Size, rgba);
    }
}
