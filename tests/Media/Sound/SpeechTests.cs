using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Films;
using SoraFunctions.Media.Tests.Cuts;

namespace SoraFunctions.Media.Tests.Sound;

public sealed class SpeechTests
{
    [Theory]
    [InlineData("en", "--help {\\an7} hello there")]
    [InlineData("zh-CN", "你好，手工陶瓷")]
    public async Task Line_is_spoken_and_captioned_or_the_result_says_why_not(string language, string line)
    {
        using var cut = await Cut(language, line);
        var captions = await File.ReadAllTextAsync(cut[OutputNames.Captions]);
        var excused = cut.Result.Warnings.Any(warning => warning.Contains("isn't spoken"));
        Assert.NotEqual(excused, captions.Contains("00:00:00.250 -->"));
        Assert.NotNull((await VideoProbe.Read(cut.Video, default)).Sound);
    }

    [Fact]
    public async Task Language_without_a_voice_is_said_in_plain_words()
    {
        using var cut = await Cut("tlh-x-none", "nuqneH");
        Assert.Contains(cut.Result.Warnings, warning => warning.StartsWith("The line of shot 'one' isn't spoken", StringComparison.Ordinal));
    }

    private static Task<TestCut> Cut(string language, string line) => TestCut.Make(
        new FrameFormat(160, 128),
        [TestCut.Shot("one", 3m, line: line)],
        change: order => order with { Storyboard = order.Storyboard with { Language = language, Sound = new SoundPlan { Music = false, RoomTone = false } } });
}
