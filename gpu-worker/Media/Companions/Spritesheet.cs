using SoraFunctions.Media.Cuts;
using SoraFunctions.Media.Lettering;
using SoraFunctions.Media.Pictures;

namespace SoraFunctions.Media.Companions;

/// <summary>Frames at even distances on one sheet, ten in a row: what a player shows while one looks for a place.</summary>
internal static class Spritesheet
{
    private const int Columns = 10;
    private const int Most = 100;

    // Judges of pictures take none that is lower (Azure AI Content Safety: 50 pixels a side).
    private const int Lowest = 50;

    /// <summary>The frames: two a second, or fewer in a long video.</summary>
    public static IReadOnlyList<int> FramesOf(Timeline time)
    {
        var count = Math.Clamp((int)Math.Ceiling(time.Seconds * 2), 1, Most);
        return [.. Enumerable.Range(0, count).Select(i => (int)(i * (long)time.Frames / count))];
    }

    /// <summary>Lays the sheet out, each picture at half its size.</summary>
    public static DecodedPicture Make(Timeline time, IReadOnlyDictionary<int, DecodedPicture> pictures)
    {
        var frames = FramesOf(time);
        var (width, height) = (pictures.Values.First().Width / 2, pictures.Values.First().Height / 2);
        var canvas = new Canvas(Columns * width, Math.Max(Lowest, (frames.Count + Columns - 1) / Columns * height), new Ink(0, 0, 0));
        for (var i = 0; i < frames.Count; i++)
        {
            if (pictures.TryGetValue(frames[i], out var picture))
                canvas.Lay(Halved(picture), i % Columns * width, i / Columns * height);
        }

        return canvas.Picture;
    }

    private static DecodedPicture Halved(DecodedPicture picture)
    {
        var (w, h) = (picture.Width / 2, picture.Height / 2);
        var half = new byte[w * h * 4];
        for (var y = 0; y < h; y++)
        {
            for (var x = 0; x < w * 4; x++)
            {
                var at = 2 * y * picture.Width * 4 + x / 4 * 8 + x % 4;
                half[y * w * 4 + x] = (byte)((picture.Rgba[at] + picture.Rgba[at + 4] + picture.Rgba[at + picture.Width * 4] + picture.Rgba[at + picture.Width * 4 + 4] + 2) / 4);
            }
        }

        return new DecodedPicture(w, h, half);
    }
}
