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
    float[] Speak(HelperSessions sessions, string phonemes, string language, CancellationToken cancellation);
}
