using OpenAI.Audio;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.ModelServers;
using SoraFunctions.Pipeline.Storyboards;

namespace SoraFunctions.Pipeline.Sounds;

/// <summary>Hears what is said in a sound file, by any server that speaks OpenAI's audio transcriptions.</summary>
public sealed class Recogniser
{
    private const string Version = "1";

    /// <summary>From these on what was heard is silence or a guess, by Radford et al. 2022 (Whisper), section 4.5.</summary>
    private const float Silent = 0.6f;
    private const float Guessed = -1;

    /// <summary>ISO 639-1, which is how servers want languages.</summary>
    private const int LanguageLetters = 2;

    private readonly ModelLine? _line;
    private readonly AudioClient? _client;

    /// <summary>A recogniser.</summary>
    /// <param name="server">The model; <see cref="ModelServer.None"/> for nobody who listens.</param>
    /// <param name="time">The clock.</param>
    public Recogniser(ModelServer server, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(server);
        if (server.IsSet)
        {
            _line = new ModelLine(server, "transcription with times", time);
            _client = new AudioClient(server.Model, _line.Key, _line.Options);
            Name = $"/heard-{Version}-{server.Tag}";
        }
    }

    /// <summary>Who listens, for the keys of kept results; empty for nobody.</summary>
    public string Name { get; } = "";

    /// <summary>What is said, in order; nothing where nobody listens or speaks.</summary>
    /// <param name="sound">The file.</param>
    /// <param name="mediaType">Its kind, such as <c>audio/mpeg</c>.</param>
    /// <param name="language">BCP 47 tag of what is expected; null for any.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="ModelFailure">It could not be heard.</exception>
    internal async Task<IReadOnlyList<SaidLine>> Listen(Stream sound, string mediaType, string? language, CancellationToken cancellation)
    {
        if (_line is null || _client is null)
        {
            return [];
        }

        var options = new AudioTranscriptionOptions
        {
            ResponseFormat = AudioTranscriptionFormat.Verbose,
            TimestampGranularities = AudioTimestampGranularities.Segment,
            Temperature = 0,
            Language = language?.Split('-')[0] is { Length: LanguageLetters } main ? main.ToLowerInvariant() : null,
        };
        return await _line.Ask(
            async token => (await _client.TranscribeAudioAsync(sound, FileNameOf(mediaType), options, token)).Value, Lines, cancellation);
    }

    private static IReadOnlyList<SaidLine> Lines(AudioTranscription heard) =>
        heard.Segments.Count == 0 && !string.IsNullOrWhiteSpace(heard.Text)
            ? throw new ModelFailure("it says no times; a model that does, such as whisper-1, is needed")
            :
            [
                .. heard.Segments
                    .Where(segment => segment.NoSpeechProbability < Silent || segment.AverageLogProbability > Guessed)
                    .Select(segment => new SaidLine(Plain(segment.Text), segment.StartTime.TotalSeconds, segment.EndTime.TotalSeconds))
                    .Where(line => line.Text.Length > 0 && line.From >= 0 && line.To > line.From)
                    .OrderBy(line => line.From)
                    .Take(StoryboardRules.MostSaid),
            ];

    private static string Plain(string? text)
    {
        var plain = string.Concat((text ?? "").Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return plain.Length <= StoryboardRules.LongestLine ? plain : plain[..StoryboardRules.LongestLine];
    }

    // Servers tell the kind of a file by its name alone.
    private static string FileNameOf(string mediaType) => mediaType switch
    {
        "audio/mpeg" => "sound.mp3",
        "audio/mp4" => "sound.m4a",
        "audio/aac" => "sound.aac",
        "audio/flac" => "sound.flac",
        "audio/ogg" => "sound.ogg",
        _ => "sound.wav",
    };
}
