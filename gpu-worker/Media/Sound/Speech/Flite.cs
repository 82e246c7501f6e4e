using System.Globalization;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Media.Sound.Speech;

/// <summary>Speaks American English with Flite, whose voices are statistical models of real speakers (Black, 2006, CLUSTERGEN), at 16 kHz.</summary>
internal static class Flite
{
    private const double UsualStretch = 0.93;

    /// <summary>Whether it speaks a language.</summary>
    /// <param name="language">BCP 47 tag.</param>
    public static bool Speaks(string language) => Espeak.VoiceOf(language) == "en-us";

    /// <summary>Speaks. Fails with <see cref="FfmpegException"/> where Flite is missing.</summary>
    /// <param name="words">The words as they are said.</param>
    /// <param name="rate">How fast: 1 is usual.</param>
    /// <param name="female">Whether a woman is wished for.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<(float[] Samples, int Rate)> Speak(string words, double rate, bool female, CancellationToken cancellation)
    {
        await using var speaker = MediaProcess.Start(
            "flite",
            [
                "-voice", female ? "slt" : "rms", "--setf", $"duration_stretch={(UsualStretch / rate).ToString("0.###", CultureInfo.InvariantCulture)}",
                "-t", words, "-o", "/dev/stdout",
            ]);
        return Wave.Read(await speaker.ReadToEnd(cancellation).ConfigureAwait(false));
    }
}
