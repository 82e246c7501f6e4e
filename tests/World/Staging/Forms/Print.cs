using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Tests.Staging.Forms;

/// <summary>A label with lettering, drawn for tests: alone, or as the photo of a product that bears it.</summary>
internal static class Print
{
    // Five by seven dots a letter.
    private static readonly Dictionary<char, string[]> _letters = new()
    {
        ['S'] = [".###.", "#...#", "#....", ".###.", "....#", "#...#", ".###."],
        ['O'] = [".###.", "#...#", "#...#", "#...#", "#...#", "#...#", ".###."],
        ['R'] = ["####.", "#...#", "#...#", "####.", "#.#..", "#..#.", "#...#"],
        ['A'] = [".###.", "#...#", "#...#", "#####", "#...#", "#...#", "#...#"],
        ['T'] = ["#####", "..#..", "..#..", "..#..", "..#..", "..#..", "..#.."],
        ['E'] = ["#####", "#....", "#....", "####.", "#....", "#....", "#####"],
    };

    /// <summary>Draws it, 600 x 800.</summary>
    public static Texture Draw(bool isPhoto)
    {
        const int width = 600, height = 800;
        var rgba = new byte[width * height * 4];
        for (var i = 0; i < width * height; i++)
        {
            int x = i % width, y = i / width;
            var colour = isPhoto && !IsProduct(x, y) ? new Vector3(246, 246, 244) : Colour(x, y);
            for (var c = 0; c < 3; c++)
            {
                rgba[(4 * i) + c] = (byte)colour[c];
            }

            rgba[(4 * i) + 3] = 255;
        }

        return new(width, height, rgba);
    }

    /// <summary>Mean brightness of a square of a picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="place">Its middle, in fractions.</param>
    /// <param name="side">Its side in pixels.</param>
    public static float Mean(Texture picture, Vector2 place, float side)
    {
        float x = (place.X * picture.Width) - 0.5f, y = (place.Y * picture.Height) - 0.5f, sum = 0;
        const int steps = 5;
        for (var k = 0; k < steps * steps; k++)
        {
            float u = x + (side * (((k % steps) + 0.5f) / steps - 0.5f)), v = y + (side * (((k / steps) + 0.5f) / steps - 0.5f));
            int left = (int)MathF.Floor(u), top = (int)MathF.Floor(v);
            sum += float.Lerp(
                float.Lerp(At(left, top), At(left + 1, top), u - left), float.Lerp(At(left, top + 1), At(left + 1, top + 1), u - left), v - top);
        }

        return sum / (steps * steps);

        float At(int a, int b)
        {
            var at = 4 * ((Math.Clamp(b, 0, picture.Height - 1) * picture.Width) + Math.Clamp(a, 0, picture.Width - 1));
            return ((0.2126f * picture.Rgba[at]) + (0.7152f * picture.Rgba[at + 1]) + (0.0722f * picture.Rgba[at + 2])) / 255;
        }
    }

    // A bottle without a neck that could be mistaken for anything.
    private static bool IsProduct(int x, int y)
    {
        var across = Math.Abs(x - 299.5f);
        return y is >= 60 and < 750 && across < (y < 130 ? 90 : y < 200 ? 90 + (2 * (y - 130)) : 230);
    }

    private static Vector3 Colour(int x, int y)
    {
        var ink = new Vector3(28, 40, 92);
        return IsInk("SORA", x - 108, y - 260, 16) || IsInk("ROASTERS", x - 108, y - 420, 8) || IsInk("STAR TEA AREA ROSE", x - 84, y - 520, 4)
            || (y is > 600 and < 680 && x is > 120 and < 480 && (x / 12) % 2 == 0) ? ink
            : y < 210 ? new(186, 64, 40)
            : new(232, 214, 172);
    }

    private static bool IsInk(string text, int x, int y, int dot)
    {
        int column = x / dot, row = y / dot;
        return x >= 0 && y >= 0 && row < 7 && column / 6 < text.Length && column % 6 < 5
            && _letters.TryGetValue(text[column / 6], out var letter) && letter[row][column % 6] == '#';
    }
}
