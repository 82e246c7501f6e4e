using SoraFunctions.Contract.Speech;

namespace SoraFunctions.Media.Sound.Speech;

/// <summary>When the words of a clause are said: shared out by their syllables, each boundary drawn to the quietest instant near it.</summary>
public static class WordTimes
{
    private const double Frame = 0.01;
    private const int Reach = 6;
    private const double JointSyllables = 0.35;

    /// <summary>Times of the words within a sound.</summary>
    /// <param name="words">The words.</param>
    /// <param name="language">BCP 47 tag.</param>
    /// <param name="samples">The sound at 48 kHz, from its first word to its last.</param>
    /// <param name="from">When the sound begins, in seconds.</param>
    public static IReadOnlyList<SpokenWord> Within(IReadOnlyList<ReadWord> words, string language, ReadOnlySpan<float> samples, double from)
    {
        var weights = words.Select(word => word.Spoken.Any(char.IsLetterOrDigit) ? SpeechLength.Syllables(word.Spoken, language) + JointSyllables : 0).ToArray();
        var (whole, seconds) = (weights.Sum(), samples.Length / (double)StereoTrack.Rate);
        var loud = Loudness(samples);
        var bounds = new double[words.Count + 1];
        bounds[^1] = seconds;
        var said = 0.0;
        for (var i = 1; i < words.Count; i++)
        {
            said += weights[i - 1];
            var due = whole > 0 ? said / whole * seconds : seconds * i / words.Count;
            bounds[i] = weights[i - 1] == 0 ? bounds[i - 1] : Math.Max(bounds[i - 1], Quietest(loud, due));
        }

        return [.. words.Select((word, i) => new SpokenWord(word.Shown, from + bounds[i], from + bounds[i + 1]))];
    }

    private static double[] Loudness(ReadOnlySpan<float> samples)
    {
        var length = (int)(Frame * StereoTrack.Rate);
        var loud = new double[samples.Length / length];
        for (var i = 0; i < loud.Length; i++)
        {
            foreach (var sample in samples.Slice(i * length, length))
                loud[i] += sample * sample;
        }

        return loud;
    }

    private static double Quietest(double[] loud, double due)
    {
        var at = (int)(due / Frame);
        var (best, least) = (due, double.MaxValue);
        for (var i = Math.Max(1, at - Reach); i < Math.Min(loud.Length - 1, at + Reach + 1); i++)
        {
            // What lies further off must be so much the quieter.
            var cost = (loud[i - 1] + loud[i] + loud[i + 1] + 1e-6) * (1 + 0.25 * Math.Abs(i - at));
            if (cost < least)
                (best, least) = ((i + 0.5) * Frame, cost);
        }

        return best;
    }
}
