using SoraFunctions.Models.Catalog;

namespace SoraFunctions.Models.Voices;

/// <summary>A kind of neural voice: how its model is fed.</summary>
internal interface IVoice
{
    /// <summary>BCP 47 tags, primary languages or with a region.</summary>
    IReadOnlyList<string> Languages { get; }

    /// <summary>Samples a second.</summary>
    int Rate { get; }

    /// <summary>The voice of espeak-ng whose phonemes the model was taught.</summary>
    string PhonemesOf(string language);

    /// <summary>Speaks a sentence. Fails with <see cref="HelperModelException"/>, OnnxRuntimeException or <see cref="InvalidDataException"/>.</summary>
    /// <param name="sessions">Runs the model.</param>
    /// <param name="phonemes">The sentence.</param>
    /// <param name="language">One of its languages.</param>
    /// <param name="manner">How it is to sound.</param>
    /// <param name="cancellation">Stops the work.</param>
    float[] Speak(HelperSessions sessions, string phonemes, string language, Manner manner, CancellationToken cancellation);
}
