using SoraFunctions.Media.Running;

namespace SoraFunctions.Media.Sound.Speech;

/// <summary>
/// The voices that come with the program's packages: Flite for American English, espeak-ng for everything else and where Flite is missing. Speaks clause
/// by clause, so that pauses and the times of words are known.
/// </summary>
internal static class EmbeddedVoice
{
    private const string Female = "female";

    /// <summary>Speaks. Fails with <see cref="FfmpegException"/> where no voice speaks the language.</summary>
    /// <param name="utterance">What is said.</param>
    /// <param name="warnings">Told of what is missing.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<SpokenTrack> Speak(Utterance utterance, List<string> warnings, CancellationToken cancellation) =>
        (await SpokenTrack.Of(
            utterance, Clause.Of(utterance.Words), async clause => await Say(clause, warnings, cancellation).ConfigureAwait(false)).ConfigureAwait(false))!;

    private static async Task<(float[] Samples, int Rate, VoiceTone Tone)> Say(Utterance clause, List<string> warnings, CancellationToken cancellation)
    {
        if (Flite.Speaks(clause.Language))
        {
            try
            {
                // Narrators of English are women unless a man is wished for: the better of Flite's voices is.
                var natural = await Flite.Speak(clause.Spoken, clause.Rate, clause.Voice != "male", cancellation).ConfigureAwait(false);
                return (natural.Samples, natural.Rate, VoiceTone.Statistical);
            }
            catch (FfmpegException)
            {
                Tell(warnings, "Flite is not installed; espeak-ng speaks English, less naturally.");
            }
        }

        var formant = await Espeak.Speak(Letters(clause, warnings), clause.Language, clause.Rate, clause.Voice == Female, cancellation).ConfigureAwait(false);
        return (formant.Samples, formant.Rate, VoiceTone.Formant);
    }

    private static string Letters(Utterance clause, List<string> warnings)
    {
        if (!clause.Language.StartsWith("ja", StringComparison.OrdinalIgnoreCase))
            return clause.Spoken;
        var kana = Kana.Of(clause.Spoken);
        if (kana is null && clause.Spoken.Any(c => c is >= '\u3400' and <= '\u9fff'))
            Tell(warnings, "MeCab and its dictionary (libmecab2, mecab-ipadic-utf8) are not installed; Japanese characters other than kana are not spoken as they should be.");
        return kana ?? clause.Spoken;
    }

    private static void Tell(List<string> warnings, string warning)
    {
        if (!warnings.Contains(warning))
            warnings.Add(warning);
    }
}
