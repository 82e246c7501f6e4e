using System.Globalization;
using System.Runtime.InteropServices;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Media.Sound;

/// <summary>Reads the sound of files.</summary>
internal static class SoundFile
{
    /// <summary>Decodes; brought to 48 kHz and two channels. Fails with <see cref="FfmpegException"/> when there is no sound in it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="longest">Seconds after which no more is read; null for all.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<StereoTrack> Read(string path, double? longest, CancellationToken cancellation)
    {
        string[] limit = longest is { } seconds ? ["-t", seconds.ToString(CultureInfo.InvariantCulture)] : [];
        var raw = await Ffmpeg.Read(
            ["-protocol_whitelist", "file,pipe", "-i", "file:" + path, "-map", "0:a:0", "-vn", .. limit, "-ac", "2", "-ar", "48000", "-flags", "+bitexact", "-f", "f32le", "pipe:1"],
            cancellation).ConfigureAwait(false);
        var samples = MemoryMarshal.Cast<byte, float>(raw.AsSpan(0, raw.Length / 8 * 8));
        var track = new StereoTrack(samples.Length / 2);
        for (var i = 0; i < track.Samples; i++)
            (track.Left[i], track.Right[i]) = (samples[2 * i], samples[2 * i + 1]);
        return track;
    }
}
