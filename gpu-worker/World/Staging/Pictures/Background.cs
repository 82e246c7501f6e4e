using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Pictures;

/// <summary>Finds the plain background of an opaque product photo, from the colours along its border inwards.</summary>
internal static class Background
{
    private const double PlainPart = 0.9;
    private const int Tolerance = 20;
    private const int SoftTolerance = 56;

    /// <summary>The picture with its background made transparent; null when its border is not plain.</summary>
    public static Texture? Remove(Texture picture)
    {
        var (red, green, blue) = BorderColour(picture);
        var border = Border(picture).ToList();
        if (border.Count(i => Distance(picture, i, red, green, blue) <= Tolerance) < PlainPart * border.Count)
        {
            return null;
        }

        var outside = Flood(picture, border, red, green, blue);
        var rgba = (byte[])picture.Rgba.Clone();
        for (var i = 0; i < outside.Length; i++)
        {
            if (outside[i])
            {
                rgba[(i * 4) + 3] = 0;
            }
            else if (Touches(outside, i, picture.Width))
            {
                // A pixel on the edge is part product, part background: as much as its colour has left the background's.
                var leaving = (Distance(picture, i, red, green, blue) - Tolerance) / (double)(SoftTolerance - Tolerance);
                rgba[(i * 4) + 3] = (byte)Math.Clamp(255 * leaving, 60, 255);
            }
        }

        return picture with { Rgba = rgba };
    }

    private static (int Red, int Green, int Blue) BorderColour(Texture picture)
    {
        var border = Border(picture).ToList();
        int Median(int channel)
        {
            var values = border.Select(i => picture.Rgba[(i * 4) + channel]).Order().ToList();
            return values[values.Count / 2];
        }

        return (Median(0), Median(1), Median(2));
    }

    private static IEnumerable<int> Border(Texture picture)
    {
        for (var x = 0; x < picture.Width; x++)
        {
            yield return x;
            yield return ((picture.Height - 1) * picture.Width) + x;
        }

        for (var y = 1; y < picture.Height - 1; y++)
        {
            yield return y * picture.Width;
            yield return (y * picture.Width) + picture.Width - 1;
        }
    }

    private static bool[] Flood(Texture picture, IEnumerable<int> seeds, int red, int green, int blue)
    {
        var outside = new bool[picture.Width * picture.Height];
        var open = new Stack<int>();
        void Try(int i)
        {
            if (!outside[i] && Distance(picture, i, red, green, blue) <= Tolerance)
            {
                outside[i] = true;
                open.Push(i);
            }
        }

        foreach (var seed in seeds)
        {
            Try(seed);
        }

        while (open.TryPop(out var i))
        {
            var x = i % picture.Width;
            if (x > 0)
            {
                Try(i - 1);
            }

            if (x < picture.Width - 1)
            {
                Try(i + 1);
            }

            if (i >= picture.Width)
            {
                Try(i - picture.Width);
            }

            if (i + picture.Width < outside.Length)
            {
                Try(i + picture.Width);
            }
        }

        return outside;
    }

    private static bool Touches(bool[] outside, int i, int width)
    {
        var x = i % width;
        return (x > 0 && outside[i - 1]) || (x < width - 1 && outside[i + 1]) ||
            (i >= width && outside[i - width]) || (i + width < outside.Length && outside[i + width]);
    }

    private static int Distance(Texture picture, int i, int red, int green, int blue) => Math.Max(
        Math.Abs(picture.Rgba[i * 4] - red),
        Math.Max(Math.Abs(picture.Rgba[(i * 4) + 1] - green), Math.Abs(picture.Rgba[(i * 4) + 2] - blue)));
}
