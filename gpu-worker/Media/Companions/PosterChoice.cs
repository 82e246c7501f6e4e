using SoraFunctions.Media.Cuts;
using SoraFunctions.Media.Pictures;

namespace SoraFunctions.Media.Companions;

/// <summary>Finds the frame that shows the product best: sharp where it stands, large, whole, and neither in a transition nor under words.</summary>
internal static class PosterChoice
{
    private const int Every = 6;

    /// <summary>Frames that may be taken: without words where there are such.</summary>
    public static IReadOnlyList<int> Candidates(Timeline time, IReadOnlyList<TimedCaption> captions)
    {
        var frames = time.Shots.SelectMany(shot => Enumerable.Range(shot.Start, shot.Frames)
            .Where(frame => frame >= shot.Start + shot.EntryFrames && frame < time.CardStart && (frame - shot.Start) % Every == Every / 2)).ToList();
        var free = frames.Where(frame => !captions.Any(caption => caption.From <= time.At(frame) && time.At(frame) <= caption.To)).ToList();
        return free.Count > 0 ? free : frames.Count > 0 ? frames : [time.Frames / 2];
    }

    /// <summary>The best of them.</summary>
    public static int Best(Timeline time, IReadOnlyList<int> candidates, IReadOnlyDictionary<int, DecodedPicture> pictures) =>
        candidates.Where(pictures.ContainsKey).DefaultIfEmpty(0).MaxBy(frame => pictures.TryGetValue(frame, out var picture) ? Worth(time, frame, picture) : 0);

    private static double Worth(Timeline time, int frame, DecodedPicture picture)
    {
        var shot = time.Shots.Last(shot => shot.Start <= frame);
        var at = time.At(frame - shot.Start);
        var seen = shot.Log.SubjectBoxes.MinBy(box => Math.Abs(box.Time - at));
        if (seen is null)
            return 0.2 * Sharpness(picture, 0, 0, 1, 1);
        var (left, top, right, bottom) = (Math.Max(0, seen.Left), Math.Max(0, seen.Top), Math.Min(1, seen.Right), Math.Min(1, seen.Bottom));
        var (visible, whole) = (Math.Max(0, right - left) * Math.Max(0, bottom - top), (seen.Right - seen.Left) * (seen.Bottom - seen.Top));
        if (visible <= 0.002 || whole <= 0)
            return 0;
        var cut = left <= 0.004 || top <= 0.004 || right >= 0.996 || bottom >= 0.996 ? 0.35 : 1;
        return cut * Sharpness(picture, left, top, right, bottom) * Math.Pow(Math.Min(visible, 0.3), 0.6) * Math.Pow(visible / whole, 2);
    }

    /// <summary>Standard deviation of the Laplacian in a box given in fractions.</summary>
    private static double Sharpness(DecodedPicture picture, double left, double top, double right, double bottom)
    {
        double sum = 0, squares = 0;
        var count = 0;
        for (var y = Math.Max(1, (int)(top * picture.Height)); y < Math.Min(picture.Height - 1, bottom * picture.Height); y++)
        {
            for (var x = Math.Max(1, (int)(left * picture.Width)); x < Math.Min(picture.Width - 1, right * picture.Width); x++)
            {
                var edge = 4 * Grey(x, y) - Grey(x - 1, y) - Grey(x + 1, y) - Grey(x, y - 1) - Grey(x, y + 1);
                sum += edge;
                squares += edge * edge;
                count++;
            }
        }

        return count == 0 ? 0 : Math.Sqrt(Math.Max(0, squares / count - Math.Pow(sum / count, 2)));

        double Grey(int x, int y)
        {
            var at = 4 * (y * picture.Width + x);
            return 0.2126 * picture.Rgba[at] + 0.7152 * picture.Rgba[at + 1] + 0.0722 * picture.Rgba[at + 2];
        }
    }
}
