namespace SoraFunctions.Media.Sound.Speech;

/// <summary>What a voice said.</summary>
/// <param name="Samples">One channel at 48 kHz, -1 to 1, without quiet before and after.</param>
/// <param name="Words">Its words with their seconds from the first sample.</param>
public sealed record SpokenTrack(float[] Samples, IReadOnlyList<SpokenWord> Words)
{
    /// <summary>Its length.</summary>
    public double Seconds => Samples.Length / (double)StereoTrack.Rate;

    /// <summary>What a neural voice says, sentence by sentence, treated and timed.</summary>
    /// <param name="utterance">What is said.</param>
    /// <param name="speak">Says one sentence: samples of one channel and how many there are a second; null when it can't.</param>
    /// <returns>Null as soon as a sentence can't be said.</returns>
    public static Task<SpokenTrack?> Of(Utterance utterance, Func<Utterance, Task<(float[] Samples, int Rate)?>> speak) =>
        Of(utterance, Clause.Sentences(utterance.Words), async part => await speak(part).ConfigureAwait(false) is { } sound
            ? (sound.Samples, sound.Rate, VoiceTone.Neural)
            : null);

    /// <summary>What a voice says part by part, with the pauses between them.</summary>
    internal static async Task<SpokenTrack?> Of(
        Utterance utterance, IReadOnlyList<Clause> parts, Func<Utterance, Task<(float[] Samples, int Rate, VoiceTone Tone)?>> speak)
    {
        List<float> all = [];
        List<SpokenWord> words = [];
        foreach (var (i, part) in parts.Index())
        {
            if (i > 0)
                all.AddRange(new float[(int)(parts[i - 1].Pause / utterance.Rate * StereoTrack.Rate)]);
            if (await speak(utterance with { Words = part.Words }).ConfigureAwait(false) is not { } sound)
                return null;
            var voice = Resampler.ToTrack(Wave.Trimmed(sound.Samples), sound.Rate);
            VoiceChain.Apply(voice, sound.Tone);
            words.AddRange(WordTimes.Within(part.Words, utterance.Language, voice, all.Count / (double)StereoTrack.Rate));
            all.AddRange(voice);
        }

        return new SpokenTrack([.. all], words);
    }
}
