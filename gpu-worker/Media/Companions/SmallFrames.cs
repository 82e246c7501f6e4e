using System.Globalization;
using SoraFunctions.Media.Cuts;
using SoraFunctions.Media.Pictures;

namespace SoraFunctions.Media.Companions;

/// <summary>Frames of a video in small, for choosing the poster and for the sheets; taken while the video is encoded.</summary>
/// <param name="Frames">Their numbers in order.</param>
/// <param name="Width">Pixels across: even, about 400 by 225 pixels in all, and fewer where that were a long strip.</param>
/// <param name="Height">Pixels down: even.</param>
internal sealed record SmallFrames(IReadOnlyList<int> Frames, int Width, int Height)
{
    // Ten halves side by side stay below the 2048 pixels that judges of pictures take (Azure AI Content Safety).
    private const int Longest = 408;

    /// <summary>All that the companions of a cut need.</summary>
    public static SmallFrames Of(Timeline time, IReadOnlyList<TimedCaption> captions)
    {
        var format = time.Order.Format;
        var scale = Math.Min(Math.Sqrt(400.0 * 225 / (format.Width * format.Height)), Longest / (double)Math.Max(format.Width, format.Height));
        IEnumerable<int> wanted = [.. PosterChoice.Candidates(time, captions), .. Spritesheet.FramesOf(time), .. time.Shots.SelectMany(ContactSheet.FramesOf)];
        return new SmallFrames([.. wanted.Distinct().Order()], Even(format.Width * scale), Even(format.Height * scale));
    }

    /// <summary>The filter that lets them through.</summary>
    public string Filter =>
        $"select={AnyOf([.. Frames])},"
        + $"scale={Width}:{Height}:flags=area+accurate_rnd:in_color_matrix=bt709";

    /// <summary>Reads what came of the filter: raw RGBA, one after the other.</summary>
    public async Task<IReadOnlyDictionary<int, DecodedPicture>> Read(string path, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        var pictures = new Dictionary<int, DecodedPicture>();
        foreach (var frame in Frames)
        {
            var rgba = new byte[Width * Height * 4];
            if (await file.ReadAtLeastAsync(rgba, rgba.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false) < rgba.Length)
                break;
            pictures[frame] = new DecodedPicture(Width, Height, rgba);
        }

        return pictures;
    }

    /// <summary>By halves: ffmpeg reads no expression that nests a hundred deep, as a plain sum does.</summary>
    private static string AnyOf(ReadOnlySpan<int> frames) => frames.Length == 1
        ? $"eq(n\\,{frames[0].ToString(CultureInfo.InvariantCulture)})"
        : $"({AnyOf(frames[..(frames.Length / 2)])}+{AnyOf(frames[(frames.Length / 2)..])})";

    private static int Even(double side) => Math.Max(2, (int)Math.Round(side / 2) * 2);
}
