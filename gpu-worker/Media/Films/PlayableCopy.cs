using SoraFunctions.Media.Running;

namespace SoraFunctions.Media.Films;

/// <summary>Clips for watching: encoded as a finished video is, which every browser plays.</summary>
public static class PlayableCopy
{
    /// <summary>Encodes a clip. Fails with <see cref="FfmpegException"/>.</summary>
    /// <param name="clip">What <see cref="VideoWriter"/> wrote.</param>
    /// <param name="target">The .mp4 file to make.</param>
    /// <param name="framesPerSecond">The clip's frame rate.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Task Write(string clip, string target, int framesPerSecond, CancellationToken cancellation) =>
        Ffmpeg.Run(["-threads", "1", "-i", clip, .. Encoding.Bt709, .. Encoding.Delivery(framesPerSecond), "-f", "mp4", target], cancellation);
}
