using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Films;
using SoraFunctions.Media.Sound.Speech;
using SoraFunctions.Media.Tests.Cuts;

namespace SoraFunctions.Media.Tests.Sound;

public sealed class SpeechTests
{
    [Theory]
    [InlineData("en", "--help {\\an7} hello there")]
    [InlineData("zh-CN", "你好，手工陶瓷")]
    public async Task Line_is_spoken_and_captioned(string language, string line)
    {
        using var cut = await Cut(language, line);
        var captions = await File.ReadAllTextAsync(cut[OutputNames.Captions]);
        Assert.Contains("00:00:00.250 -->", captions);
        Assert.NotNull((await VideoProbe.Read(cut.Video, default)).Sound);
    }

    [Fact]
    public async Task Language_without_a_voice_is_said_in_plain_words()
    {
        using var cut = await Cut("tlh-x-none", "nuqneH");
        Assert.Contains(cut.Result.Warnings, warning => warning.StartsWith("The line of shot 'one' isn't spoken", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Better_voice_speaks_what_it_can_and_the_built_in_one_the_rest()
    {
        List<string> asked = [];
        Speaker tone = (utterance, _) =>
        {
            asked.Add($"{utterance.Language}: {utterance.Text}");
            return Task.FromResult(utterance.Language == "tlh-x-none" ? Tone(1, utterance) : null);
        };
        using var spoken = await Cut("tlh-x-none", "nuqneH", tone);
        using var other = await Cut("tlh-x-other", "nuqneH", tone);
        Assert.Equal(["tlh-x-none: nuqneH", "tlh-x-other: nuqneH"], asked);
        Assert.DoesNotContain(spoken.Result.Warnings, warning => warning.Contains("isn't spoken"));
        Assert.Contains("00:00:00.250 --> 00:00:01.250", await File.ReadAllTextAsync(spoken[OutputNames.Captions]), StringComparison.Ordinal);
        Assert.Contains(other.Result.Warnings, warning => warning.Contains("isn't spoken"));
    }

    private static SpokenTrack Tone(double seconds, Utterance utterance)
    {
        var samples = Enumerable.Range(0, (int)(seconds / utterance.Rate * 48_000)).Select(i => 0.3f * MathF.Sin(0.05f * i)).ToArray();
        return new SpokenTrack(samples, WordTimes.Within(utterance.Words, utterance.Language, samples, 0));
    }

    private static Task<TestCut> Cut(string language, string line, Speaker? speaker = null) => TestCut.Make(
        new FrameFormat(160, 128),
        [TestCut.Shot("one", 3m, line: line)],
        change: order => order with { Storyboard = order.Storyboard with { Language = language, Sound = new SoundPlan { Music = false, RoomTone = false } } },
        speaker: speaker);
}
