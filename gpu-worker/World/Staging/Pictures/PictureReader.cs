using System.Numerics;
using System.Runtime.CompilerServices;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Pictures;

/// <summary>Tells a product photo from a label, and frees the product from its background.</summary>
internal static class PictureReader
{
    private const int LongestSide = 1536;

    // Matting takes half a second: a picture is matted once, as long as anyone holds it.
    private static readonly ConditionalWeakTable<Texture, ProductPicture> _read = [];

    /// <summary>The picture at the size that it is read at.</summary>
    public static Texture Reduced(Texture decoded) => Rescale.Within(decoded, LongestSide);

    /// <summary>Reads a decoded picture; for the same object gives the same one again.</summary>
    public static ProductPicture Read(Texture decoded) => _read.GetValue(decoded, Make);

    private static ProductPicture Make(Texture decoded)
    {
        var whole = Reduced(decoded);
        var cut = IsTransparent(whole) ? whole : Background.Remove(whole);
        if (cut is not null && OutlineOf(cut) is { } box)
        {
            var product = Bleed(Crop(cut, box));
            return new(product, Opaque(whole), true, EdgeColour(product));
        }

        var opaque = Opaque(whole);
        return new(opaque, opaque, false, EdgeColour(opaque));
    }

    /// <summary>Whether parts of the picture are clear.</summary>
    public static bool IsTransparent(Texture picture)
    {
        var clear = 0;
        for (var i = 3; i < picture.Rgba.Length; i += 4)
        {
            clear += picture.Rgba[i] < 128 ? 1 : 0;
        }

        return clear > 0.01 * picture.Width * picture.Height;
    }

    // The box round the one large thing in the picture; null when there is none, as on a label with words on a plain ground.
    private static (int Left, int Top, int Right, int Bottom)? OutlineOf(Texture picture)
    {
        var regions = Regions.Of(picture);
        if (regions.Count == 0)
        {
            return null;
        }

        var largest = regions.MaxBy(region => region.Area)!;
        double area = (largest.Right - largest.Left) * (largest.Bottom - largest.Top);
        var all = regions.Sum(region => region.Area);
        if (largest.Area < 0.7 * all || largest.Area < 0.3 * area || largest.Area < 0.02 * picture.Width * picture.Height)
        {
            return null;
        }

        var kept = regions.Where(region => region.Area > 0.01 * largest.Area).ToList();
        return (kept.Min(r => r.Left), kept.Min(r => r.Top), kept.Max(r => r.Right), kept.Max(r => r.Bottom));
    }

    private static Texture Crop(Texture picture, (int Left, int Top, int Right, int Bottom) box)
    {
        int width = box.Right - box.Left, height = box.Bottom - box.Top;
        var rgba = new byte[width * height * 4];
        for (var y = 0; y < height; y++)
        {
            picture.Rgba.AsSpan((((y + box.Top) * picture.Width) + box.Left) * 4, width * 4).CopyTo(rgba.AsSpan(y * width * 4));
        }

        return new(width, height, rgba);
    }

    // Gives the clear pixels the colour of the nearest product pixel in their row, or else of the row above or below, so that no background shines through at the rim.
    private static Texture Bleed(Texture picture)
    {
        var rgba = (byte[])picture.Rgba.Clone();
        for (var y = 0; y < picture.Height; y++)
        {
            var from = -1;
            for (var x = 0; x < picture.Width; x++)
            {
                var at = ((y * picture.Width) + x) * 4;
                if (rgba[at + 3] >= 250)
                {
                    if (from < 0)
                    {
                        Fill(rgba, y * picture.Width, x, at);
                    }

                    from = at;
                }
                else if (from >= 0)
                {
                    rgba.AsSpan(from, 3).CopyTo(rgba.AsSpan(at));
                }
            }
        }

        Spread(picture, rgba);
        return picture with { Rgba = rgba };
    }

    // To rows without a product pixel of their own.
    private static void Spread(Texture picture, byte[] rgba)
    {
        var stride = 4 * picture.Width;
        var filled = Enumerable.Range(0, picture.Height).Where(y => IsSolid(picture, y)).ToArray();
        for (int y = 0, next = 0; y < picture.Height && filled.Length > 0; y++)
        {
            next += next + 1 < filled.Length && Math.Abs(filled[next + 1] - y) <= Math.Abs(filled[next] - y) ? 1 : 0;
            for (var x = 0; x < stride && filled[next] != y; x += 4)
            {
                rgba.AsSpan((filled[next] * stride) + x, 3).CopyTo(rgba.AsSpan((y * stride) + x));
            }
        }
    }

    private static bool IsSolid(Texture picture, int y)
    {
        for (var x = 0; x < picture.Width; x++)
        {
            if (picture.Rgba[(((y * picture.Width) + x) * 4) + 3] >= 250)
            {
                return true;
            }
        }

        return false;
    }

    private static void Fill(byte[] rgba, int start, int count, int source)
    {
        for (var i = start; i < start + count; i++)
        {
            rgba.AsSpan(source, 3).CopyTo(rgba.AsSpan(i * 4));
        }
    }

    private static Texture Opaque(Texture picture)
    {
        var rgba = (byte[])picture.Rgba.Clone();
        for (var i = 0; i < rgba.Length; i += 4)
        {
            var alpha = rgba[i + 3];
            for (var c = 0; c < 3; c++)
            {
                rgba[i + c] = (byte)(((rgba[i + c] * alpha) + (255 * (255 - alpha)) + 127) / 255);
            }

            rgba[i + 3] = 255;
        }

        return picture with { Rgba = rgba };
    }

    // The most frequent colour, in steps of 1/8, among the outermost opaque pixels of each row.
    private static Vector3 EdgeColour(Texture picture)
    {
        var counts = new Dictionary<int, (int Count, Vector3 Sum)>();
        for (var y = 0; y < picture.Height; y++)
        {
            int first = -1, last = -1;
            for (var x = 0; x < picture.Width; x++)
            {
                if (picture.Rgba[(((y * picture.Width) + x) * 4) + 3] >= 250)
                {
                    first = first < 0 ? x : first;
                    last = x;
                }
            }

            foreach (var x in first < 0 ? [] : new[] { Math.Min(first + 2, last), Math.Max(last - 2, first) })
            {
                var at = ((y * picture.Width) + x) * 4;
                var colour = new Vector3(picture.Rgba[at], picture.Rgba[at + 1], picture.Rgba[at + 2]);
                var bin = ((picture.Rgba[at] >> 5) << 6) | ((picture.Rgba[at + 1] >> 5) << 3) | (picture.Rgba[at + 2] >> 5);
                var (count, sum) = counts.GetValueOrDefault(bin);
                counts[bin] = (count + 1, sum + colour);
            }
        }

        if (counts.Count == 0)
        {
            return new(0.5f);
        }

        var (number, total) = counts.Values.MaxBy(entry => entry.Count);
        var mean = total / number;
        return new(Colours.Linear((byte)mean.X), Colours.Linear((byte)mean.Y), Colours.Linear((byte)mean.Z));
    }
}
