using System.Globalization;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Media.Sound.Beats;

/// <summary>Listens to a sound file: how long it is and where its beats are.</summary>
public static class Listening
{
    /// <summary>Longest sound in seconds.</summary>
    private const int Longest = 600;

    /// <summary>What is heard in a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sha256">What the fault names it by.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InvalidDataException">No sound can be decoded, or all of it is silence, or less than a second or more than ten minutes.</exception>
    public static async Task<SoundAnalysis> To(string path, string sha256, CancellationToken cancellation)
    {
        byte[] raw;
        try
        {
            raw = await Ffmpeg.Read(
                [
                    "-protocol_whitelist", "file,pipe", "-i", "file:" + path, "-map", "0:a:0", "-vn", "-t", (Longest + 1).ToString(CultureInfo.InvariantCulture),
                    "-ac", "2", "-ar", OnsetCurve.Rate.ToString(CultureInfo.InvariantCulture), "-flags", "+bitexact", "-f", "f32le", "pipe:1",
                ],
                cancellation).ConfigureAwait(false);
        }
        catch (FfmpegException fault)
        {
            throw new InvalidDataException($"asset {sha256} can't be decoded: it is cut off or broken, or no sound", fault);
        }

        var samples = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(raw.AsSpan(0, raw.Length / 8 * 8)).ToArray();
        var (first, last) = (samples.AsSpan().IndexOfAnyExceptInRange(-Floor, Floor) / 2, samples.AsSpan().LastIndexOfAnyExceptInRange(-Floor, Floor) / 2);
        var seconds = (last + 1 - first) / (double)OnsetCurve.Rate;
        if (samples.AsSpan().IndexOfAnyExceptInRange(-Floor, Floor) < 0 || seconds is < 1 or > Longest)
            throw new InvalidDataException($"asset {sha256} is silent, or its sound is shorter than a second or longer than ten minutes");
        var pulse = BeatTracker.Of(OnsetCurve.Of(samples.AsSpan(2 * first, 2 * (last + 1 - first))));
        return new SoundAnalysis
        {
            Lead = Math.Round(first / (double)OnsetCurve.Rate, 3),
            Seconds = Math.Round(seconds, 3),
            Tempo = pulse is null ? null : Math.Round(pulse.Tempo, 2),
            Beats = pulse is null ? [] : [.. pulse.Beats.Select(beat => Math.Round(beat, 3))],
        };
    }

    /// <summary>What is as quiet as this is silence, as where the music bed begins.</summary>
    private const float Floor = 0.001f;
}
