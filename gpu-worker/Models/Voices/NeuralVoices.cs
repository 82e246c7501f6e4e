using System.Text.Json;
using Microsoft.ML.OnnxRuntime;
using SoraFunctions.Media.Running;
using SoraFunctions.Media.Sound.Speech;
using SoraFunctions.Models.Catalog;

namespace SoraFunctions.Models.Voices;

/// <summary>
/// Neural voices that the operator mounts: each a folder in <c>voices</c> within the folder of helper models, as Piper or as Kokoro has them. None comes
/// with the program. How words sound is asked of espeak-ng. Serves all threads.
/// </summary>
/// <param name="sessions">Runs the models.</param>
public sealed class NeuralVoices(HelperSessions sessions)
{
    /// <summary>The folder of the voices within that of the helper models.</summary>
    public const string Slot = "voices";

    /// <summary>What is mounted now.</summary>
    public IReadOnlyList<VoiceStatus> Check() => [.. Mounted().Select(one => new VoiceStatus(one.Name, one.Voice?.Languages ?? [], one.Problem))];

    /// <summary>Speaks words with the voice that is wished for, else the first by the names of their folders, of those that speak the language.</summary>
    /// <param name="words">The words.</param>
    /// <param name="language">BCP 47 tag; a voice of the same language and another region will do.</param>
    /// <param name="manner">How they are to sound.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The sound; null when no voice that is mounted speaks the language.</returns>
    /// <exception cref="HelperModelException">A voice speaks the language but failed, named with the reason.</exception>
    public async Task<SpokenSound?> Speak(string words, string language, Manner manner, CancellationToken cancellation)
    {
        var fitting = Mounted().Where(one => one.Voice is not null)
            .Select(one => (one.Name, Voice: one.Voice!, Language: Fitting(one.Voice!.Languages, language))).Where(one => one.Language is not null)
            .OrderBy(one => one.Name.Equals(manner.Voice, StringComparison.OrdinalIgnoreCase) ? 0 : 1).FirstOrDefault();
        if (fitting.Language is null)
            return null;
        try
        {
            var samples = new List<float>();
            foreach (var sentence in await Phonemes.Of(words, fitting.Voice.PhonemesOf(fitting.Language), cancellation).ConfigureAwait(false))
                samples.AddRange(fitting.Voice.Speak(sessions, sentence, fitting.Language, manner, cancellation));
            return new([.. samples.Select(sample => Math.Clamp(sample, -1, 1))], fitting.Voice.Rate, fitting.Name);
        }
        catch (Exception exception) when (exception is HelperModelException or OnnxRuntimeException or InvalidDataException or IOException or FfmpegException)
        {
            throw new HelperModelException($"the voice {fitting.Name} cannot speak: {exception.Message}", exception);
        }
    }

    /// <summary>The same as a <see cref="Speaker"/>, sentence by sentence; null where a voice failed, after that was told.</summary>
    /// <param name="utterance">What is said.</param>
    /// <param name="warn">Told why a voice failed.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<SpokenTrack?> SpeakForTrack(Utterance utterance, Action<string> warn, CancellationToken cancellation)
    {
        try
        {
            return await SpokenTrack.Of(
                utterance,
                async sentence => await Speak(sentence.Spoken, sentence.Language, new(sentence.Rate, sentence.Voice), cancellation).ConfigureAwait(false)
                    is { } sound ? (sound.Samples, sound.Rate) : null).ConfigureAwait(false);
        }
        catch (HelperModelException exception)
        {
            warn($"The built-in voice speaks: {exception.Message}.");
            return null;
        }
    }

    private IEnumerable<(string Name, IVoice? Voice, string? Problem)> Mounted()
    {
        var folder = sessions.Slot(Slot);
        return !Directory.Exists(folder) ? []
            : Directory.GetDirectories(folder).Order(StringComparer.Ordinal).Select(voice => Read(Path.GetFileName(voice), voice));
    }

    private static (string Name, IVoice? Voice, string? Problem) Read(string name, string folder)
    {
        try
        {
            if (!File.Exists(Path.Combine(folder, "model.onnx")))
                return (name, null, "it has no model.onnx");
            if (File.Exists(Path.Combine(folder, "model.onnx.json")))
                return (name, new PiperVoice(folder), null);
            if (Directory.Exists(Path.Combine(folder, "voices")))
                return (name, new KokoroVoice(folder), null);
            return (name, null, "it has neither model.onnx.json (Piper) nor a folder voices (Kokoro)");
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException
            or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return (name, null, exception.Message);
        }
    }

    private static string? Fitting(IReadOnlyList<string> languages, string language) =>
        languages.FirstOrDefault(one => one.Equals(language, StringComparison.OrdinalIgnoreCase))
        ?? languages.FirstOrDefault(one => one.Split('-')[0].Equals(language.Split('-')[0], StringComparison.OrdinalIgnoreCase));
}
