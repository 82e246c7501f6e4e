using SoraFunctions.Media.Sound;
using SoraFunctions.Media.Sound.Speech;
using SoraFunctions.Models.Catalog;
using SoraFunctions.Models.Sessions;
using SoraFunctions.Models.Voices;

namespace SoraFunctions.Models.Tests.Voices;

public sealed class NeuralVoicesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SessionPool _pool = new(new() { Providers = [ExecutionProvider.Cpu] }, long.MaxValue);

    public void Dispose()
    {
        _pool.Dispose();
        _folder.Dispose();
    }

    private NeuralVoices Voices => new(new(new(_folder.File(""), null), _pool));

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_Piper_voice_is_fed_start_phonemes_with_gaps_and_end(bool speakers)
    {
        TinyVoices.Piper(_folder, "amy", "en-us", speakers: speakers);
        var sound = await Voices.Speak("Fresh, every morning.", "en", new(), default);
        Assert.Equal((16_000, "amy"), (sound!.Rate, sound.Voice));
        Assert.Equal("^_f_ɹ_ˈ_ɛ_ʃ_,_ _ˈ_ɛ_v_ɹ_i_ _m_ˈ_ɔ_ː_ɹ_n_ɪ_ŋ_._$", TinyVoices.Signed(sound));
    }

    [Fact]
    public async Task A_Kokoro_voice_is_fed_tokens_between_noughts_and_the_style_of_their_number()
    {
        TinyVoices.Kokoro(_folder, "kokoro", "af_heart", "bf_emma", "zf_xiaoni");
        var sound = await Voices.Speak("Wait.", "en-US", new(), default);
        Assert.Equal(24_000, sound!.Rate);
        // w ˈ A t . and the point: five tokens.
        Assert.Equal("_wˈAt._", TinyVoices.Signed(sound, factor: 1.05f));
        Assert.Equal(["en-us", "en-gb"], Assert.Single(Voices.Check()).Languages);
    }

    [Fact]
    public async Task Each_sentence_is_spoken_after_the_other()
    {
        TinyVoices.Piper(_folder, "amy", "en-us");
        Assert.Equal(2, TinyVoices.Signed((await Voices.Speak("Stop! Go at 2.5.", "en", new(), default))!).Count(sign => sign == '^'));
    }

    [Fact]
    public async Task Chinese_sounds_Chinese()
    {
        TinyVoices.Piper(_folder, "huayan", "cmn");
        var signs = TinyVoices.Signed((await Voices.Speak("每一滴，都是", "zh-CN", new(), default))!);
        Assert.Equal("mˈei2 jˈi5 tˈi5, tˈou5 sˈi5", signs.Replace("_", "").Trim('^', '$').Replace(".", ""));
    }

    [Fact]
    public async Task A_language_that_no_voice_speaks_is_left_to_others()
    {
        TinyVoices.Piper(_folder, "amy", "en-us");
        Assert.Null(await Voices.Speak("Hallo", "de", new(), default));
        Assert.Null(await new NeuralVoices(new(new("/nowhere", null), _pool)).Speak("Hello", "en", new(), default));
    }

    [Fact]
    public async Task A_voice_gives_a_track_at_48_kilohertz()
    {
        TinyVoices.Piper(_folder, "amy", "en-us");
        var sound = await Voices.Speak("Stop!", "en", new(), default);
        var track = await Voices.SpeakForTrack(Utterance.Of("Stop!", "en"), Assert.Fail, default);
        Assert.InRange(track!.Samples.Length, 3 * sound!.Samples.Length - 100, 3 * sound.Samples.Length + 100);
        Assert.Equal([new SpokenWord("Stop!", 0, track.Seconds)], track.Words);
    }

    [Fact]
    public async Task A_voice_that_fails_is_told_and_the_built_in_one_speaks()
    {
        TinyVoices.Piper(_folder, "amy", "en-us");
        File.WriteAllText(_folder.File("voices/amy/model.onnx"), "no model");
        var warnings = new List<string>();
        Assert.Null(await Voices.SpeakForTrack(Utterance.Of("Stop!", "en"), warnings.Add, default));
        Assert.StartsWith("The built-in voice speaks: the voice amy cannot speak:", Assert.Single(warnings));
    }

    [Fact]
    public void What_is_wrong_with_a_mounted_voice_is_said()
    {
        Directory.CreateDirectory(_folder.File("voices/a"));
        Directory.CreateDirectory(_folder.File("voices/b"));
        File.WriteAllText(_folder.File("voices/b/model.onnx"), "");
        TinyVoices.Piper(_folder, "c", "en-us", type: "text");
        TinyVoices.Kokoro(_folder, "d", "zf_xiaoni");
        Assert.Equal(
            [
                "it has no model.onnx",
                "it has neither model.onnx.json (Piper) nor a folder voices (Kokoro)",
                "its phonemes are of the type text; espeak alone is supported",
                "it has no voices/*.bin of a language that is known",
            ],
            Voices.Check().Select(voice => voice.Problem));
    }
}
