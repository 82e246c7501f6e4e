using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Tests.Staging;

/// <summary>Pictures drawn for tests.</summary>
internal static class Pictures
{
    /// <summary>A red bottle on a plain light ground.</summary>
    public static Texture Photo(int width = 200, int height = 300) => Draw(width, height, (x, y) =>
        IsBottle((double)x / width, (double)y / height) ? (180, 30, 40, 255) : (244, 244, 240, 255));

    /// <summary>The same with a transparent ground.</summary>
    public static Texture CutOut(int width = 200, int height = 300) => Draw(width, height, (x, y) =>
        IsBottle((double)x / width, (double)y / height) ? (180, 30, 40, 255) : (0, 0, 0, 0));

    /// <summary>A label that fills its picture, with a different colour on every side.</summary>
    public static Texture Label(int width = 240, int height = 160) => Draw(width, height, (x, y) =>
        (40 + (200 * x / width), 220 - (180 * y / height), ((x / 20) + (y / 20)) % 2 * 120, 255));

    private static bool IsBottle(double x, double y)
    {
        var across = Math.Abs(x - 0.5);
        return (y > 0.1 && y < 0.3 && across < 0.1) || (y >= 0.3 && y < 0.92 && across < 0.28);
    }

    private static Texture Draw(int width, int height, Func<int, int, (int R, int G, int B, int A)> colour)
    {
        var rgba = new byte[width * height * 4];
        for (var i = 0; i < width * height; i++)
        {
            var (red, green, blue, alpha) = colour(i % width, i / width);
            (rgba[i * 4], rgba[(i * 4) + 1], rgba[(i * 4) + 2], rgba[(i * 4) + 3]) = ((byte)red, (byte)green, (byte)blue, (byte)alpha);
        }

        return new(width, height, rgba);
    }
}
