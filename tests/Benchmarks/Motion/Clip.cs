using System.Diagnostics;
using SoraFunctions.Media.Films;

namespace SoraFunctions.Benchmarks.Motion;

/// <summary>A video file.</summary>
/// <param name="path">Where it is.</param>
internal sealed class Clip(string path)
{
    /// <summary>Its frames, decoded one after the other.</summary>
    public async IAsyncEnumerable<Frame> Frames()
    {
        var picture = (await VideoProbe.Read(path, CancellationToken.None)).Picture;
        using var decoder = Process.Start(new ProcessStartInfo(
            "ffmpeg", ["-v", "error", "-i", path, "-f", "rawvideo", "-pix_fmt", "gray", "-fps_mode", "passthrough", "pipe:1"]) { RedirectStandardOutput = true })!;
        var size = picture.Width * picture.Height;
        while (true)
        {
            var grey = new byte[size];
            if (await decoder.StandardOutput.BaseStream.ReadAtLeastAsync(grey, size, throwOnEndOfStream: false) < size) break;
            yield return new Frame(picture.Width, picture.Height, grey);
        }

        await decoder.WaitForExitAsync();
    }
}
