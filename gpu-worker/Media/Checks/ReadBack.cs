using System.Runtime.InteropServices;
using SoraFunctions.Media.Sound;

namespace SoraFunctions.Media.Checks;

/// <summary>
/// What is decoded of a finished file to check it: its sound, its key frames in small and its last frames. The arguments go along with
/// another run of ffmpeg, because starting it costs more than they do.
/// </summary>
/// <param name="First">The first frame, in grey, 64 by 36.</param>
/// <param name="Last">The last frame, likewise.</param>
/// <param name="Sound">The sound; null when there is none.</param>
internal sealed record ReadBack(byte[] First, byte[] Last, StereoTrack? Sound)
{
    private const int Width = 64;
    private const int Height = 36;
    private const string KeysName = "keys.grey";
    private const string LastName = "last.grey";
    private const string SoundName = "heard.f32";

    private static readonly string[] _grey =
        ["-vf", $"scale={Width}:{Height}:flags=area,format=gray", "-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "gray"];

    /// <summary>Two inputs.</summary>
    /// <param name="video">Path of the file.</param>
    public static string[] Inputs(string video) => ["-skip_frame:v", "nokey", "-threads", "1", "-i", video, "-threads", "1", "-sseof", "-0.2", "-i", video];

    /// <summary>Their outputs.</summary>
    /// <param name="input">Number of the first of the two inputs.</param>
    /// <param name="sound">Whether the file has sound.</param>
    public static string[] Outputs(int input, bool sound) =>
    [
        "-map", $"{input}:v", .. _grey, "-frames:v", "1", KeysName,
        "-map", $"{input + 1}:v", .. _grey, LastName,
        .. sound ? ["-map", $"{input}:a", "-f", "f32le", SoundName] : Array.Empty<string>(),
    ];

    /// <summary>Reads what was decoded. Fails with <see cref="InvalidDataException"/> when no frame was.</summary>
    /// <param name="folder">Where ffmpeg ran.</param>
    /// <param name="sound">Whether the file has sound.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static async Task<ReadBack> Read(string folder, bool sound, CancellationToken cancellation)
    {
        var first = await File.ReadAllBytesAsync(Path.Combine(folder, KeysName), cancellation).ConfigureAwait(false);
        var last = await File.ReadAllBytesAsync(Path.Combine(folder, LastName), cancellation).ConfigureAwait(false);
        if (first.Length < Width * Height || last.Length < Width * Height)
            throw new InvalidDataException("The finished video can't be decoded.");
        return new ReadBack(first[..(Width * Height)], last[^(Width * Height)..], sound ? Track(await File.ReadAllBytesAsync(Path.Combine(folder, SoundName), cancellation).ConfigureAwait(false)) : null);
    }

    private static StereoTrack Track(byte[] bytes)
    {
        var floats = MemoryMarshal.Cast<byte, float>(bytes.AsSpan());
        var track = new StereoTrack(floats.Length / 2);
        for (var i = 0; i < track.Samples; i++)
            (track.Left[i], track.Right[i]) = (floats[2 * i], floats[2 * i + 1]);
        return track;
    }
}
