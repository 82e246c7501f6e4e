using System.Globalization;
using SoraFunctions.Media.Pictures;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Media.Companions;

/// <summary>Chosen frames of a video in small, read in one pass.</summary>
internal static class SmallFrames
{
    /// <summary>Decodes frames.</summary>
    /// <param name="video">The file.</param>
    /// <param name="frames">Their numbers.</param>
    /// <param name="width">Width to scale to.</param>
    /// <param name="height">Height to scale to.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<IReadOnlyDictionary<int, DecodedPicture>> Read(
        string video,
        IEnumerable<int> frames,
        int width,
        int height,
        CancellationToken cancellation)
    {
        var wanted = frames.Distinct().Order().ToList();
        var choice = string.Join('+', wanted.Select(frame => $"eq(n\\,{frame.ToString(CultureInfo.InvariantCulture)})"));
        await using var process = Ffmpeg.Start(
        [
            "-threads", "2", "-i", video, "-vf", $"select={choice},scale={width}:{height}:flags=area+accurate_rnd:in_color_matrix=bt709", "-fps_mode", "passthrough",
            "-f", "rawvideo", "-pix_fmt", "rgba", "pipe:1",
        ]);
        var pictures = new Dictionary<int, DecodedPicture>();
        foreach (var frame in wanted)
        {
            var rgba = new byte[width * height * 4];
            if (await process.Output.ReadAtLeastAsync(rgba, rgba.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false) < rgba.Length)
                break;
            pictures[frame] = new DecodedPicture(width, height, rgba);
        }

        await process.Output.CopyToAsync(Stream.Null, cancellation).ConfigureAwait(false);
        await process.Finish(cancellation).ConfigureAwait(false);
        return pictures;
    }
}
