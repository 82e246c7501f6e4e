using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Cuts;
using SoraFunctions.Media.Lettering;
using SoraFunctions.Media.Pictures;
using SoraFunctions.Media.Sound;

namespace SoraFunctions.Media.Companions;

/// <summary>Makes what goes with a finished video: poster, thumbnail, sheets, captions and events.</summary>
internal static class CompanionWriter
{
    private const int SpriteColumns = 10;
    private const int MostSprites = 100;

    /// <summary>Writes all of them into the folder; gives their names.</summary>
    public static async Task<IReadOnlyList<string>> Write(
        Timeline time,
        IReadOnlyList<TimedCaption> captions,
        IReadOnlyList<SpokenLine> spoken,
        string folder,
        string work,
        CancellationToken cancellation)
    {
        var video = Path.Combine(folder, OutputNames.Video);
        var candidates = PosterChoice.Candidates(time);
        var sprites = Sprites(time);
        var format = time.Order.Format;
        var scale = Math.Sqrt(400.0 * 225 / (format.Width * format.Height));
        var (w, h) = (Even(format.Width * scale), Even(format.Height * scale));
        var small = await SmallFrames.Read(video, [.. candidates, .. sprites, .. time.Shots.SelectMany(ContactSheet.FramesOf)], w, h, cancellation).ConfigureAwait(false);

        var best = time.At(PosterChoice.Best(time, candidates, small)) + 0.25 / time.Rate;
        await StillWriter.Frame(video, best, Path.Combine(folder, OutputNames.Poster), null, cancellation).ConfigureAwait(false);
        await StillWriter.Frame(video, best, Path.Combine(folder, OutputNames.Thumbnail), 480, cancellation).ConfigureAwait(false);
        await StillWriter.Sheet(Spritesheet(sprites, small, w, h), null, work, Path.Combine(folder, OutputNames.Spritesheet), cancellation).ConfigureAwait(false);
        var (sheet, words) = await ContactSheet.Make(time, small).ConfigureAwait(false);
        await StillWriter.Sheet(sheet, words, work, Path.Combine(folder, OutputNames.ContactSheet), cancellation).ConfigureAwait(false);
        await File.WriteAllTextAsync(Path.Combine(folder, OutputNames.Captions), CaptionFile.Write(time, captions, spoken), cancellation).ConfigureAwait(false);
        await File.WriteAllBytesAsync(Path.Combine(folder, OutputNames.Events), VideoEvents.Of(time).ToJson(), cancellation).ConfigureAwait(false);
        return [OutputNames.Poster, OutputNames.Thumbnail, OutputNames.Spritesheet, OutputNames.ContactSheet, OutputNames.Captions, OutputNames.Events];
    }

    /// <summary>Frames at even distances: two a second, or fewer in a long video.</summary>
    private static List<int> Sprites(Timeline time)
    {
        var count = Math.Clamp((int)Math.Ceiling(time.Seconds * 2), 1, MostSprites);
        return [.. Enumerable.Range(0, count).Select(i => (int)(i * (long)time.Frames / count))];
    }

    private static DecodedPicture Spritesheet(List<int> frames, IReadOnlyDictionary<int, DecodedPicture> small, int w, int h)
    {
        var (half, tall) = (w / 2, h / 2);
        var rows = (frames.Count + SpriteColumns - 1) / SpriteColumns;
        var canvas = new Canvas(SpriteColumns * half, rows * tall, new Ink(0, 0, 0));
        for (var i = 0; i < frames.Count; i++)
        {
            if (small.TryGetValue(frames[i], out var picture))
                canvas.Lay(Halved(picture), i % SpriteColumns * half, i / SpriteColumns * tall);
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

    private static int Even(double side) => Math.Max(2, (int)Math.Round(side / 2) * 2);
}
