using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Media.Cuts.Speech;
using SoraFunctions.Media.Sound;

namespace SoraFunctions.Media.Tests.Cuts;

/// <summary>How what is said is cut into cues.</summary>
public sealed class SpokenCueTests
{
    [Fact]
    public void Cues_end_where_the_sense_does_and_have_the_times_of_their_words()
    {
        var line = Line("The first light of morning settles on the glaze, and every sip of coffee takes its time. Then the day can begin.", 1, 0.4);
        var cues = SpokenCues.Of([line], CueLimits.Subtitle, 30, 60);
        Assert.Equal(["The first light of morning settles on the glaze,", "and every sip of coffee takes its time.", "Then the day can begin."], cues.Select(cue => cue.Text));
        Assert.Equal(1, cues[0].From, 6);
        Assert.Equal(line.Words[9].From, cues[1].From, 6);
        Assert.Equal(cues[1].From - 2 / 30.0, cues[0].To, 6);
    }

    [Fact]
    public void Few_large_words_are_two_to_four()
    {
        var cues = SpokenCues.Of([Line("Every sip of coffee takes its own sweet time", 0, 0.4)], new CueLimits(14, 8, 2, 4, 0.3), 30, 60);
        Assert.All(cues, cue => Assert.InRange(cue.Text.Split(' ').Length, 2, 4));
    }

    [Fact]
    public void Words_that_are_spoken_stay_whole()
    {
        string[] words = ["朝の", "光が", "やわらかな", "釉薬に", "落ちると、", "コーヒーの", "時間が", "ゆっくり", "流れます。"];
        var line = new SpokenLine(string.Concat(words), 0, 4.5, [.. words.Select((word, i) => new SpokenWord(word, i * 0.5, (i + 1) * 0.5))]);
        var cues = SpokenCues.Of([line], new CueLimits(14, 7, 2, 4, 0.3), 30, 60);
        Assert.True(cues.Count > 2);
        Assert.All(cues, cue => Assert.Contains(words, word => cue.Text.StartsWith(word, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("清晨的第一缕阳光，落在温润的釉面上，让每一口咖啡都慢下来。")]
    [InlineData("朝の光がやわらかな釉薬に落ちると、コーヒーの時間がゆっくり流れます。")]
    public void Lines_of_wide_characters_have_sixteen_at_most(string text)
    {
        var cues = SpokenCues.Of([new SpokenLine(text, 0, 6, [])], CueLimits.Subtitle, 30, 60);
        Assert.Equal(text, string.Concat(cues.Select(cue => cue.Text)));
        Assert.All(cues.SelectMany(cue => CueLimits.Subtitle.Broken(cue.Text)), row => Assert.InRange(row.Length, 2, 16));
    }

    [Fact]
    public void Any_words_keep_to_two_lines_of_42_letters_eight_tenths_of_a_second_and_two_frames_between()
    {
        var lines = Gen.Choose(1, 60).SelectMany(count => Gen.Elements("a", "of", "coffee,", "morning", "takes", "time.", "stoneware", "$29.99,", "清晨", "の", "incomprehensible").ListOf(count));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(lines.ToArbitrary(), words =>
        {
            var line = Line(string.Join(' ', words), 0.5, 0.3);
            var cues = SpokenCues.Of([line], CueLimits.Subtitle, 30, line.To + 5);
            Assert.Equal(line.Text.Replace(" ", ""), string.Concat(cues.Select(cue => cue.Text)).Replace(" ", ""));
            foreach (var cue in cues)
            {
                var rows = CueLimits.Subtitle.Broken(cue.Text);
                Assert.InRange(rows.Count, 1, 2);
                Assert.All(rows, row => Assert.True(CueLimits.Subtitle.Length(row) <= 42));
            }

            Assert.All(cues.Zip(cues.Skip(1)), pair => Assert.True(pair.Second.From - pair.First.To >= 2 / 30.0 - 1e-9));
            Assert.True(cues.Count > 1 || cues[0].To - cues[0].From >= 0.8 - 1e-9);
        }));
    }

    private static SpokenLine Line(string text, double from, double each)
    {
        var words = text.Split(' ').Select((word, i) => new SpokenWord(word, from + i * each, from + (i + 1) * each)).ToList();
        return new SpokenLine(text, from, words[^1].To, words);
    }
}
