using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.ModelServers;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Sounds;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Tests.Doubles;
using SoraFunctions.Pipeline.Tests.Storyboards.LanguageModels;

namespace SoraFunctions.Pipeline.Tests.Sounds;

/// <summary>What is heard to be said in a caller's own sound, and what happens when nobody can hear it.</summary>
public class SpeechListeningTests
{
    private const string Heard = """
        {
          "task": "transcribe", "language": "english", "duration": 9.5, "text": "Fresh every morning. Only today.",
          "segments": [
            { "id": 0, "seek": 0, "start": 0.5, "end": 2.25, "text": " Fresh every morning.", "tokens": [1], "temperature": 0, "avg_logprob": -0.2, "compression_ratio": 1.1, "no_speech_prob": 0.01 },
            { "id": 1, "seek": 0, "start": 3.0, "end": 5.0, "text": " Thank you for watching.", "tokens": [2], "temperature": 0, "avg_logprob": -1.4, "compression_ratio": 1.0, "no_speech_prob": 0.93 },
            { "id": 2, "seek": 0, "start": 6.0, "end": 7.5, "text": " Only\ntoday.", "tokens": [3], "temperature": 0, "avg_logprob": -0.3, "compression_ratio": 1.0, "no_speech_prob": 0.02 },
            { "id": 3, "seek": 0, "start": 99.0, "end": 99.9, "text": " Beyond the end.", "tokens": [4], "temperature": 0, "avg_logprob": -0.3, "compression_ratio": 1.0, "no_speech_prob": 0.02 }
          ]
        }
        """;

    private readonly MemoryBlobs _blobs = new();

    [Fact]
    public async Task Narration_is_heard_with_its_times_and_what_is_taken_for_silence_is_not()
    {
        await using var peer = await RecogniserPeer.Start(ChatPeer.Gives(200, Heard));

        var (said, warnings) = await Desk(peer).Heard("t", await Narrated() with { Language = "en-GB" }, default);

        Assert.Equal([new SaidLine("Fresh every morning.", 0.5, 2.25), new SaidLine("Only today.", 6, 7.5)], said);
        Assert.Empty(warnings);
        var (path, key, fields, file, sound) = Assert.Single(peer.Asked);
        Assert.Equal(("/v1/audio/transcriptions", "Bearer secret", "sound.mp3"), (path, key, file));
        Assert.Equal(("whisper-1", "verbose_json", "en"), (fields["model"], fields["response_format"], fields["language"]));
        Assert.Equal([1, 2, 3], sound);
    }

    [Fact]
    public async Task What_is_sung_counts_from_the_first_sound_of_the_music_where_it_begins_to_play()
    {
        await using var peer = await RecogniserPeer.Start(ChatPeer.Gives(200, Heard));
        var wish = new MusicWish { File = await Sound("audio/mp4"), Heard = new SoundAnalysis { Lead = 1.5, Seconds = 20 } };

        var (said, _) = await Desk(peer).Heard("t", new VideoRequest { Prompt = "a ball", Seconds = 10, MusicWish = wish }, default);

        Assert.Equal([(0, 0.75), (4.5, 6)], said.Select(line => (line.From, line.To)));
        Assert.Equal("sound.m4a", Assert.Single(peer.Asked).File);
    }

    [Theory]
    [InlineData(503, "{}", "its server answered 503")]
    [InlineData(200, "[\"no transcription\"", "its server's answer is no transcription with times")]
    [InlineData(200, "{\"text\": \"Fresh.\"}", "it says no times; a model that does, such as whisper-1, is needed")]
    public async Task Recogniser_that_fails_leaves_the_video_without_captions_and_a_warning(int status, string answer, string why)
    {
        await using var peer = await RecogniserPeer.Start(ChatPeer.Gives(status, answer));

        var (said, warnings) = await Desk(peer).Heard("t", await Narrated(), default);

        Assert.Empty(said);
        Assert.Equal($"What is said in voice.file is not shown: nobody heard it ({why}).", Assert.Single(warnings));
    }

    [Fact]
    public async Task Recogniser_that_says_nothing_is_not_waited_for_forever()
    {
        await using var peer = await RecogniserPeer.Start(ChatPeer.Silence);
        var server = Server(peer) with { Timeout = TimeSpan.FromMilliseconds(200) };

        var (_, warnings) = await Desk(server).Heard("t", await Narrated(), default);

        Assert.Contains("it did not answer in time", Assert.Single(warnings));
    }

    [Fact]
    public async Task Nobody_listens_to_orders_without_sound_or_with_a_storyboard_or_where_no_recogniser_is_set()
    {
        await using var peer = await RecogniserPeer.Start(ChatPeer.Gives(200, Heard));
        var order = await Narrated();

        Assert.Empty((await Desk(peer).Heard("t", order with { VoiceWish = null }, default)).Said);
        Assert.Empty((await Desk(peer).Heard("t", order with { Storyboard = new() { Title = "x", Shots = [] } }, default)).Said);
        Assert.Empty((await Desk(ModelServer.None).Heard("t", order, default)).Said);
        Assert.Empty(peer.Asked);
        Assert.Equal(("", false), (Desk(ModelServer.None).Name, Desk(peer).Name.Contains("127.0.0.1", StringComparison.Ordinal)));
    }

    private static ModelServer Server(RecogniserPeer peer) => ModelServer.Read(peer.Url.AbsoluteUri, "whisper-1", "secret");

    private SpeechListening Desk(RecogniserPeer peer) => Desk(Server(peer));

    private SpeechListening Desk(ModelServer server) => new(new Recogniser(server, TimeProvider.System), _blobs);

    private async Task<VideoRequest> Narrated() => new() { Prompt = "a ball", Seconds = 10, VoiceWish = new VoiceWish(File: await Sound("audio/mpeg")) };

    private Task<BlobRef> Sound(string mediaType) => new TenantBlobs(_blobs, "t").Put(new byte[] { 1, 2, 3 }, mediaType, default);
}
