namespace SoraFunctions.Provenance.Fingerprints;

/// <summary>Finds rectangles that stand still in a film while what is in them may move: a picture in a picture, or one on a blurred ground.</summary>
internal static class PictureInPicture
{
    /// <summary>Grey levels by which two neighbouring pixels differ where a border may run.</summary>
    private const float Step = 2.5f;

    /// <summary>The part of each side that must be seen.</summary>
    private const double Seen = 0.6;

    /// <summary>Least width and height, in parts of the picture's.</summary>
    private const double Least = 0.18;

    /// <summary>Lines that are looked at each way.</summary>
    private const int MostLines = 28;

    /// <summary>The rectangles, the clearest first.</summary>
    public static IReadOnlyList<PictureArea> In(IReadOnlyList<SmallFrame> frames, int most)
    {
        if (frames.Count == 0)
            return [];
        var (width, height) = (frames[0].Width, frames[0].Height);
        var (across, down) = Steps(frames);
        // Running counts of border pixels along each line, so that a stretch of one costs two look-ups.
        var columns = Lines(width, height, (x, y) => IsBorder(across, width, x, y, 1, 0, x > 0 && x < width));
        var rows = Lines(height, width, (y, x) => IsBorder(down, width, x, y, 0, 1, y > 0 && y < height));
        var (xs, ys) = (Clearest(columns, width, height), Clearest(rows, height, width));
        var found = new List<(PictureArea Area, double Worth)>();
        foreach (var left in xs)
        {
            foreach (var right in xs.Where(right => right - left >= Least * width))
            {
                foreach (var top in ys)
                {
                    foreach (var bottom in ys.Where(bottom => bottom - top >= Least * height))
                    {
                        var least = Math.Min(
                            Math.Min(Part(columns, left, top, bottom, width), Part(columns, right, top, bottom, width)),
                            Math.Min(Part(rows, top, left, right, height), Part(rows, bottom, left, right, height)));
                        var whole = (right - left) * (bottom - top) >= 0.98 * width * height;
                        if (least >= Seen && !whole)
                            found.Add((new PictureArea(left / (double)width, top / (double)height, right / (double)width, bottom / (double)height), least * Math.Sqrt((right - left) * (bottom - top))));
                    }
                }
            }
        }

        var chosen = new List<PictureArea>();
        foreach (var (area, _) in found.OrderByDescending(one => one.Worth))
        {
            if (chosen.Count < most && chosen.All(other => !area.IsNear(other)))
                chosen.Add(area);
        }

        return chosen;
    }

    /// <summary>How much neighbours differ on average over time.</summary>
    private static (float[] Across, float[] Down) Steps(IReadOnlyList<SmallFrame> frames)
    {
        var (width, height) = (frames[0].Width, frames[0].Height);
        var (across, down) = (new float[width * height], new float[width * height]);
        foreach (var frame in frames)
        {
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++)
                {
                    var level = frame[x, y];
                    if (x > 0)
                        across[y * width + x] += Math.Abs(level - frame[x - 1, y]) / frames.Count;
                    if (y > 0)
                        down[y * width + x] += Math.Abs(level - frame[x, y - 1]) / frames.Count;
                }
            }
        }

        return (across, down);
    }

    private static bool IsBorder(float[] steps, int width, int x, int y, int dx, int dy, bool inside)
    {
        if (!inside)
            return true;
        var at = y * width + x;
        var size = steps[at];
        float Of(int far) => at + far * (dx + dy * width) is var place && place >= 0 && place < steps.Length ? steps[place] : 0;
        return size > Step && size >= Of(-1) && size >= Of(1) && size > 1.5f * Math.Max(Of(-2), Of(2));
    }

    private static int[][] Lines(int count, int length, Func<int, int, bool> isBorder)
    {
        var lines = new int[count + 1][];
        for (var line = 0; line <= count; line++)
        {
            lines[line] = new int[length + 1];
            for (var i = 0; i < length; i++)
                lines[line][i + 1] = lines[line][i] + (isBorder(line, i) ? 1 : 0);
        }

        return lines;
    }

    private static int[] Clearest(int[][] lines, int count, int length) =>
    [
        0, count,
        .. Enumerable.Range(1, count - 1).Where(line => lines[line][length] > Seen * Least * length)
            .OrderByDescending(line => lines[line][length]).Take(MostLines),
    ];

    /// <summary>How much of a stretch of a line, or of the clearer of its neighbours, is border; the picture's own edges are all border.</summary>
    private static double Part(int[][] lines, int line, int from, int to, int count) =>
        line == 0 || line == count ? 1 : (lines[line][to] - lines[line][from]) / (double)(to - from);
}
