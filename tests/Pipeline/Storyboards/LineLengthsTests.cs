using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Lines;

namespace SoraFunctions.Pipeline.Tests.Storyboards;

public sealed class LineLengthsTests
{
    private const string Long = "Poured by hand in Grasse, in glass that is filled again and again.";

    [Fact]
    public void A_shot_gets_the_time_that_its_line_takes_and_the_whole_keeps_its_length()
    {
        var told = LineLengths.Fit(Written("en", (3, null), (2, Long), (5, null)));

        Assert.Equal(10, told.Storyboard.Seconds);
        Assert.Equal(LineLengths.Needed(Long, "en"), told.Storyboard.Shots[1].Seconds);
        Assert.Empty(told.Warnings);
    }

    [Fact]
    public void Shots_keep_six_tenths_of_their_length_and_what_their_own_lines_take()
    {
        var told = LineLengths.Fit(Written("en", (3, Long), (3, Long), (3, null)));

        Assert.Equal(9, told.Storyboard.Seconds);
        Assert.Equal(1.8m, told.Storyboard.Shots[2].Seconds);
        Assert.InRange(told.Storyboard.Shots[0].Seconds, 3.2m, 4m);
    }

    [Fact]
    public void A_line_that_finds_no_time_is_told()
    {
        var told = LineLengths.Fit(Written("en", (1.5m, Long), (1.5m, Long)));

        Assert.Equal(2, told.Warnings.Count(warning => warning.Contains("takes longer than the shot")));
    }

    [Fact]
    public void A_storyboard_without_lines_stays_as_it_is()
    {
        var written = Written("en", (3, null), (2.5m, null));

        Assert.Equal(written.Storyboard.Shots, LineLengths.Fit(written).Storyboard.Shots);
    }

    [Theory]
    [InlineData("en", "Only $29.99", 3)]
    [InlineData("zh-CN", "只要199元", 2.4)]
    [InlineData("ja", "今だけ1,980円", 3)]
    public void Figures_take_the_time_of_what_is_said_for_them(string language, string line, double seconds) =>
        Assert.InRange((double)LineLengths.Needed(line, language), seconds - 0.8, seconds + 0.8);

    private static WrittenStoryboard Written(string language, params (decimal Seconds, string? Line)[] shots) => new(
        new Storyboard
        {
            Title = "Test",
            Language = language,
            Shots = [.. shots.Select((shot, i) => new Shot { Id = $"s{i}", Seconds = shot.Seconds, Subjects = ["a"], Line = shot.Line })],
        },
        []);
}
