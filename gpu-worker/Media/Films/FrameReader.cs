using System.Globalization;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Media.Films;

/// <summary>
/// Reads a film frame by frame as R, G, B bytes in the raster wanted: enlarged or reduced to cover it, cut evenly on both sides, at its
/// frame rate; the last frame goes on when the film is over. One reader at a time.
/// </summary>
public sealed class FrameReader : IAsyncDisposable
{
    private readonly MediaProcess _process;

    /// <summary>Starts at the first frame.</summary>
    /// <param name="path">An MP4 file.</param>
    /// <param name="format">The raster wanted.</param>
    public FrameReader(string path, FrameFormat format)
    {
        FrameBytes = format.Width * format.Height * 3;
        var filter = string.Create(CultureInfo.InvariantCulture, $"""
            fps={format.FramesPerSecond},scale={format.Width}:{format.Height}:force_original_aspect_ratio=increase:flags=lanczos+accurate_rnd,crop={format.Width}:{format.Height},tpad=stop=-1:stop_mode=clone
            """);
        _process = Ffmpeg.Start(
        [
            "-protocol_whitelist", "file,pipe", "-f", "mov", "-i", "file:" + Path.GetFullPath(path),
            "-map", "0:v:0", "-vf", filter, "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1",
        ]);
        _process.Input.Close();
    }

    /// <summary>Bytes of a frame: rows from the top, three a pixel.</summary>
    public int FrameBytes { get; }

    /// <summary>Reads the next frame. Fails with <see cref="FfmpegException"/> or <see cref="InvalidDataException"/> when the file is no film.</summary>
    /// <param name="rgb"><see cref="FrameBytes"/> bytes.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async ValueTask Read(Memory<byte> rgb, CancellationToken cancellation)
    {
        try
        {
            await _process.Output.ReadExactlyAsync(rgb[..FrameBytes], cancellation).ConfigureAwait(false);
        }
        catch (EndOfStreamException)
        {
            await _process.Finish(cancellation).ConfigureAwait(false);
            throw new InvalidDataException("The film has no frames.");
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
