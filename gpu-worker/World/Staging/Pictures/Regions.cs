using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Pictures;

/// <summary>A connected part of the opaque pixels of a picture.</summary>
/// <param name="Area">In pixels.</param>
/// <param name="Left">First column.</param>
/// <param name="Top">First row.</param>
/// <param name="Right">Column after the last.</param>
/// <param name="Bottom">Row after the last.</param>
internal sealed record Region(int Area, int Left, int Top, int Right, int Bottom);

/// <summary>Finds connected parts.</summary>
internal static class Regions
{
    /// <summary>All parts of a picture whose alpha is at least one half.</summary>
    public static List<Region> Of(Texture picture)
    {
        var seen = new bool[picture.Width * picture.Height];
        var open = new Stack<int>();
        List<Region> regions = [];
        bool Solid(int i) => picture.Rgba[(i * 4) + 3] >= 128;
        void Visit(int i, bool exists)
        {
            if (exists && !seen[i] && Solid(i))
            {
                seen[i] = true;
                open.Push(i);
            }
        }

        for (var start = 0; start < seen.Length; start++)
        {
            if (seen[start] || !Solid(start))
            {
                continue;
            }

            var (area, left, top, right, bottom) = (0, picture.Width, picture.Height, 0, 0);
            seen[start] = true;
            open.Push(start);
            while (open.TryPop(out var i))
            {
                int x = i % picture.Width, y = i / picture.Width;
                area++;
                (left, top) = (Math.Min(left, x), Math.Min(top, y));
                (right, bottom) = (Math.Max(right, x + 1), Math.Max(bottom, y + 1));
                Visit(i - 1, x > 0);
                Visit(i + 1, x < picture.Width - 1);
                Visit(i - picture.Width, y > 0);
                Visit(i + picture.Width, y < picture.Height - 1);
            }

            regions.Add(new(area, left, top, right, bottom));
        }

        return regions;
    }
}
