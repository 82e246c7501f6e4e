using System.Runtime.InteropServices;
using SoraFunctions.Media.Running;
using SoraFunctions.Media.Sound.Mix;

namespace SoraFunctions.Media.Sound;

/// <summary>
/// Encodes sound to AAC-LC such that no edit list is needed. An AAC encoder puts 1024 samples of its own before the first one, and a
/// file normally tells the player to drop them by an edit list, which some channels refuse. Here the encoder is not given the first
/// 1024 samples: its own take their place, and every later sample is at its right time with any player. The first 21 ms are
/// silent for that.
/// </summary>
internal static class AacWriter
{
    /// <summary>Samples before which nothing is heard.</summary>
    public const int Priming = 1024;

    /// <summary>How often what was encoded is listened to and encoded again.</summary>
    private const int Rounds = 5;

    /// <summary>Decibels that what is corrected stays under the limit, times the square of the round: the encoder adds anew each time.</summary>
    private const double Margin = 0.15;

    /// <summary>
    /// Writes an ADTS file of as many whole AAC frames (1024 samples) as come nearest to the length. AAC adds to some peaks, seldom more
    /// than a decibel; where a decoded peak passes the limit, that moment is lowered and all is encoded again.
    /// </summary>
    /// <param name="track">The mastered mix.</param>
    /// <param name="path">The file.</param>
    /// <param name="truePeak">Highest true peak of what a player decodes, in dBTP.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task Write(StereoTrack track, string path, double truePeak, CancellationToken cancellation)
    {
        for (var round = 1; ; round++)
        {
            await Encode(track, path, cancellation).ConfigureAwait(false);
            var peaks = TruePeak.Envelope(await SoundFile.Read(path, null, cancellation).ConfigureAwait(false));
            if (round == Rounds || !peaks.AsSpan().ContainsAnyExceptInRange(0, (float)Math.Pow(10, truePeak / 20)))
                return;
            track = Limiter.Limited(track, peaks, 1, Math.Pow(10, (truePeak - Margin * round * round) / 20));
        }
    }

    private static async Task Encode(StereoTrack track, string path, CancellationToken cancellation)
    {
        var frames = Math.Max(1, (int)Math.Round(track.Samples / (double)Priming));
        await using var process = Ffmpeg.Start(
        [
            "-f", "f32le", "-ar", "48000", "-ac", "2", "-i", "pipe:0",
            "-c:a", "aac", "-b:a", "192k", "-aac_coder", "twoloop", "-flags", "+bitexact", "-fflags", "+bitexact",
            "-frames:a", frames.ToString(System.Globalization.CultureInfo.InvariantCulture), "-f", "adts", path,
        ]);
        await process.Input.WriteAsync(Interleave(track, frames * Priming), cancellation).ConfigureAwait(false);
        process.Input.Close();
        await process.Finish(cancellation).ConfigureAwait(false);
    }

    private static byte[] Interleave(StereoTrack track, int samples)
    {
        var bytes = new byte[samples * 8];
        var floats = MemoryMarshal.Cast<byte, float>(bytes.AsSpan());
        for (var i = 0; i + Priming < Math.Min(track.Samples, samples); i++)
        {
            floats[2 * i] = track.Left[i + Priming];
            floats[2 * i + 1] = track.Right[i + Priming];
        }

        return bytes;
    }
}
