using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Media.Sound.Speech;

/// <summary>Speaks with espeak-ng, a formant synthesizer of about a hundred languages that runs as a program of its own.</summary>
public static partial class Espeak
{
    private const int WordsAMinute = 158;
    private const string Mandarin = "cmn-latn-pinyin";

    // So set that each language comes out at the syllables a second of SpeechLength.
    private static readonly Dictionary<string, int> _speeds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["en"] = 176, ["zh"] = 182, ["ja"] = 124, ["ko"] = 196, ["es"] = 150, ["pt"] = 144, ["fr"] = 158, ["de"] = 158,
    };

    /// <summary>The voice of espeak-ng for a language.</summary>
    /// <param name="language">BCP 47 tag.</param>
    public static string VoiceOf(string language) => language.ToLowerInvariant().Split('-') switch
    {
        // Not "cmn": it turns characters into pinyin with numbers, and reads those as English.
        ["zh", .. var rest] => rest.Contains("hk") ? "yue" : Mandarin,
        ["en", "gb" or "ie" or "au" or "nz" or "in" or "za", ..] => "en-gb",
        ["en", ..] => "en-us",
        ["pt", "pt", ..] => "pt",
        ["pt", ..] => "pt-br",
        ["es", "mx" or "us" or "ar" or "co" or "cl" or "pe" or "419", ..] => "es-419",
        ["fr", "be", ..] => "fr-be",
        ["fr", "ch", ..] => "fr-ch",
        [var primary, ..] => primary,
        [] => "en-us",
    };

    /// <summary>Speaks. Fails with <see cref="FfmpegException"/> where espeak-ng or its voice is missing.</summary>
    /// <param name="words">The words as they are said; Japanese in kana.</param>
    /// <param name="language">BCP 47 tag.</param>
    /// <param name="rate">How fast: 1 is usual.</param>
    /// <param name="female">Whether a woman is wished for.</param>
    /// <param name="cancellation">Stops the work.</param>
    internal static async Task<(float[] Samples, int Rate)> Speak(string words, string language, double rate, bool female, CancellationToken cancellation)
    {
        var voice = VoiceOf(language);
        var speed = Math.Clamp((int)Math.Round(_speeds.GetValueOrDefault(language.Split('-')[0], WordsAMinute) * rate), 80, 400);
        return voice == Mandarin
            ? await Mixed(words, voice, speed, female, cancellation).ConfigureAwait(false)
            : await Spoken(words, voice, speed, female, cancellation).ConfigureAwait(false);
    }

    // The Mandarin voice takes Latin letters for pinyin: what is not Chinese is said by the English one.
    private static async Task<(float[] Samples, int Rate)> Mixed(string words, string voice, int speed, bool female, CancellationToken cancellation)
    {
        List<float> all = [];
        var heard = 0;
        foreach (Match run in LatinOrNot().Matches(words))
        {
            if (!run.Value.Any(char.IsLetterOrDigit))
                continue;
            var latin = run.Groups["latin"].Success;
            var said = latin || !ToneSandhi.Concerns(run.Value) ? run.Value : ToneSandhi.Apply(run.Value, await Phonemes(run.Value, voice, cancellation).ConfigureAwait(false));
            var (samples, hertz) = await Spoken(said, latin ? "en-us" : voice, speed, female, cancellation).ConfigureAwait(false);
            all.AddRange(Wave.Trimmed(samples));
            all.AddRange(new float[hertz / 40]);
            heard = hertz;
        }

        return ([.. all], heard);
    }

    private static async Task<string> Phonemes(string words, string voice, CancellationToken cancellation)
    {
        await using var speaker = MediaProcess.Start("espeak-ng", ["-v", voice, "-x", "-q", "--stdin"]);
        await speaker.Input.WriteAsync(Encoding.UTF8.GetBytes(words + "\n"), cancellation).ConfigureAwait(false);
        return Encoding.UTF8.GetString(await speaker.ReadToEnd(cancellation).ConfigureAwait(false));
    }

    private static async Task<(float[] Samples, int Rate)> Spoken(string words, string voice, int speed, bool female, CancellationToken cancellation)
    {
        // The words go in by the input, so that none of them can be taken for an option.
        await using var speaker = MediaProcess.Start(
            "espeak-ng",
            [
                "-v", female ? voice + "+f2" : voice, "-s", speed.ToString(CultureInfo.InvariantCulture),
                "-p", female ? "48" : "40", "-z", "--stdin", "--stdout",
            ]);
        await speaker.Input.WriteAsync(Encoding.UTF8.GetBytes(words + "\n"), cancellation).ConfigureAwait(false);
        return Wave.Read(await speaker.ReadToEnd(cancellation).ConfigureAwait(false));
    }

    [GeneratedRegex(@"[A-Za-z]")]
    private static partial Regex Latin();

    [GeneratedRegex(@"(?<latin>[A-Za-z][A-Za-z'’&. -]*)|[^A-Za-z]+")]
    private static partial Regex LatinOrNot();
}
