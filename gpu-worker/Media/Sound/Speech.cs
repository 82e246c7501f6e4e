using System.Runtime.InteropServices;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Media.Sound;

/// <summary>Speaks words with espeak-ng, where that is installed.</summary>
internal static class Speech
{
    /// <summary>Speaks; 48 kHz samples of one channel. Fails with <see cref="FfmpegException"/> where espeak-ng or its voice is missing.</summary>
    /// <param name="words">The words.</param>
    /// <param name="language">BCP 47 tag.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<float[]> Speak(string words, string language, CancellationToken cancellation)
    {
        // The words go in by the input, so that none of them can be taken for an option.
        await using var speaker = MediaProcess.Start("espeak-ng", ["-v", VoiceOf(language), "-s", "158", "-p", "44", "-g", "2", "--stdin", "--stdout"]);
        await speaker.Input.WriteAsync(System.Text.Encoding.UTF8.GetBytes(words + "\n"), cancellation).ConfigureAwait(false);
        var wave = await speaker.ReadToEnd(cancellation).ConfigureAwait(false);
        await using var converter = Ffmpeg.Start(
        [
            "-ignore_length", "1", "-f", "wav", "-i", "pipe:0", "-af", "highpass=f=90,lowpass=f=9500", "-ar", "48000", "-ac", "1",
            "-flags", "+bitexact", "-f", "f32le", "pipe:1",
        ]);
        var feeding = converter.Input.WriteAsync(wave, cancellation).AsTask();
        var raw = new MemoryStream();
        var reading = converter.Output.CopyToAsync(raw, cancellation);
        await feeding.ConfigureAwait(false);
        converter.Input.Close();
        await reading.ConfigureAwait(false);
        await converter.Finish(cancellation).ConfigureAwait(false);
        return MemoryMarshal.Cast<byte, float>(raw.GetBuffer().AsSpan(0, (int)raw.Length)).ToArray();
    }

    /// <summary>The voice of espeak-ng for a language.</summary>
    /// <param name="language">BCP 47 tag.</param>
    internal static string VoiceOf(string language) => language.ToLowerInvariant().Split('-') switch
    {
        // Not "cmn": it turns characters into pinyin with numbers, and reads those as English.
        ["zh", .. var rest] => rest.Contains("hk") ? "yue" : "cmn-latn-pinyin",
        ["en", "gb", ..] => "en-gb",
        ["en", ..] => "en-us",
        ["pt", "br", ..] => "pt-br",
        [var primary, ..] => primary,
        [] => "en-us",
    };
}
