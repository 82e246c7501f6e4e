using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>The outer outlines of a picture's opaque parts.</summary>
internal static class Contour
{
    private const int Finest = 220;

    /// <summary>Closed outlines in fractions of the picture from its top left, counter-clockwise as seen with y up; large parts only.</summary>
    public static List<Vector2[]> Of(Texture texture)
    {
        var scale = Math.Max(1, Math.Max(texture.Width, texture.Height) / Finest);
        int width = (texture.Width / scale) + 3, height = (texture.Height / scale) + 3;
        var solid = new bool[width, height];
        for (var y = 0; y < height - 2; y++)
        {
            for (var x = 0; x < width - 2; x++)
            {
                solid[x + 1, y + 1] = IsSolid(texture, x * scale, y * scale, scale);
            }
        }

        List<Vector2[]> outlines = [];
        var seen = new bool[width, height];
        for (var y = 1; y < height; y++)
        {
            for (var x = 1; x < width; x++)
            {
                if (solid[x, y] && !solid[x, y - 1] && !seen[x, y])
                {
                    var outline = Trace(solid, seen, x, y);
                    var simple = Area(outline) > 0.002 * width * height ? Simplify(Smooth(outline)) : [];
                    if (simple.Count >= 3)
                    {
                        outlines.Add([.. simple.Select(p => (p - Vector2.One) * scale / new Vector2(texture.Width, texture.Height))]);
                    }
                }
            }
        }

        return outlines;
    }

    private static bool IsSolid(Texture texture, int left, int top, int size)
    {
        for (var y = top; y < Math.Min(top + size, texture.Height); y++)
        {
            for (var x = left; x < Math.Min(left + size, texture.Width); x++)
            {
                if (texture.Rgba[(((y * texture.Width) + x) * 4) + 3] >= 110)
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Walks along the sides of the cells with the solid ones on the left hand, seen with y up (y grows downwards here).
    private static List<Vector2> Trace(bool[,] solid, bool[,] seen, int startX, int startY)
    {
        List<Vector2> points = [];
        var (x, y, dx, dy) = (startX + 1, startY, -1, 0);
        do
        {
            points.Add(new(x, y));
            if (dx == -1)
            {
                seen[x - 1, y] = true;
            }

            x += dx;
            y += dy;

            // The cells ahead to the left and to the right of the walking direction.
            var (left, right) = (Cell(x, y, dx, dy, true), Cell(x, y, dx, dy, false));
            (dx, dy) = !left ? (dy, -dx) : right ? (-dy, dx) : (dx, dy);
        }
        while ((x, y) != (startX + 1, startY) || (dx, dy) != (-1, 0));
        return points;

        bool Cell(int px, int py, int ax, int ay, bool onLeft)
        {
            // Left of (ax, ay) with y down is (ay, -ax).
            var (sx, sy) = onLeft ? (ay, -ax) : (-ay, ax);
            var (cx, cy) = (px + ((ax + sx - 1) / 2), py + ((ay + sy - 1) / 2));
            return solid[cx, cy];
        }
    }

    private static List<Vector2> Smooth(List<Vector2> points)
    {
        for (var pass = 0; pass < 3; pass++)
        {
            points = [.. points.Select((p, i) => (points[(i + points.Count - 1) % points.Count] + (2 * p) + points[(i + 1) % points.Count]) / 4)];
        }

        return points;
    }

    // Douglas and Peucker (1973) on both halves of the ring.
    private static List<Vector2> Simplify(List<Vector2> ring)
    {
        var keep = new bool[ring.Count];
        var middle = ring.Count / 2;
        keep[0] = keep[middle] = true;
        Split(0, middle);
        Split(middle, ring.Count);
        return [.. ring.Where((_, i) => keep[i])];

        void Split(int from, int to)
        {
            Vector2 a = ring[from], b = ring[to % ring.Count];
            var (worst, index) = (0.35f, -1);
            for (var i = from + 1; i < to; i++)
            {
                var distance = Distance(ring[i], a, b);
                if (distance > worst)
                {
                    (worst, index) = (distance, i);
                }
            }

            if (index > 0)
            {
                keep[index] = true;
                Split(from, index);
                Split(index, to);
            }
        }
    }

    private static float Distance(Vector2 p, Vector2 a, Vector2 b)
    {
        var along = b - a;
        var t = Math.Clamp(Vector2.Dot(p - a, along) / Math.Max(along.LengthSquared(), 1e-9f), 0, 1);
        return Vector2.Distance(p, a + (along * t));
    }

    // Positive for outer outlines, negative for holes.
    private static double Area(List<Vector2> ring)
    {
        double sum = 0;
        for (var i = 0; i < ring.Count; i++)
        {
            Vector2 a = ring[i], b = ring[(i + 1) % ring.Count];
            sum += (a.X * b.Y) - (b.X * a.Y);
        }

        return -sum / 2;
    }
}
