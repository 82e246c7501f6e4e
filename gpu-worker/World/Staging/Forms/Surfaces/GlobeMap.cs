using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>Pictures for what <see cref="Orb.Wrapped"/> draws: longitude across, latitude down.</summary>
internal static class GlobeMap
{
    /// <summary>A picture of linear colours.</summary>
    /// <param name="width">Pixels across; half as many go down.</param>
    /// <param name="colour">Linear colour in a unit direction from the middle.</param>
    public static Texture Paint(int width, Func<Vector3, Vector3> colour)
    {
        var height = width / 2;
        var rgba = new byte[width * height * 4];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var shade = colour(Direction(x, y, width));
                var pixel = ((y * width) + x) * 4;
                (rgba[pixel], rgba[pixel + 1], rgba[pixel + 2], rgba[pixel + 3]) = (Colours.Byte(shade.X), Colours.Byte(shade.Y), Colours.Byte(shade.Z), 255);
            }
        }

        return new(width, height, rgba);
    }

    /// <summary>A normal map of a relief.</summary>
    /// <param name="width">Pixels across; half as many go down.</param>
    /// <param name="height">Height of the relief in a unit direction, in radii.</param>
    public static Texture Relief(int width, Func<Vector3, float> height)
    {
        var rows = width / 2;
        var heights = new float[width * rows];
        for (var i = 0; i < heights.Length; i++)
        {
            heights[i] = height(Direction(i % width, i / width, width));
        }

        var rgba = new byte[width * rows * 4];
        var step = MathF.Tau / width;
        for (var y = 0; y < rows; y++)
        {
            var across = Math.Max(MathF.Sin((y + 0.5f) * MathF.PI / rows), 0.1f);
            for (var x = 0; x < width; x++)
            {
                float At(int u, int v) => heights[(Math.Clamp(v, 0, rows - 1) * width) + ((u + width) % width)];
                var normal = Vector3.Normalize(new(-(At(x + 1, y) - At(x - 1, y)) / (2 * step * across), (At(x, y + 1) - At(x, y - 1)) / (2 * step), 1));
                var pixel = ((y * width) + x) * 4;
                (rgba[pixel], rgba[pixel + 1], rgba[pixel + 2], rgba[pixel + 3]) = (Byte(normal.X), Byte(normal.Y), Byte(normal.Z), 255);
            }
        }

        return new(width, rows, rgba) { IsData = true };
    }

    private static byte Byte(float signed) => (byte)Math.Clamp(127.5f + (127.5f * signed) + 0.5f, 0, 255);

    private static Vector3 Direction(int x, int y, int width)
    {
        var (across, up) = MathF.SinCos((y + 0.5f) * MathF.Tau / width);
        var (sine, cosine) = MathF.SinCos(((x + 0.5f) * MathF.Tau / width) - MathF.PI);
        return new(across * sine, up, across * cosine);
    }
}
