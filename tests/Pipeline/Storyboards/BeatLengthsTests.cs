using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Captions;

namespace SoraFunctions.Pipeline.Tests.Storyboards;

public class BeatLengthsTests
{
    private static readonly MusicWish _own = new() { File = new BlobRef("t/m.mp3", new string('c', 64), 1000, "audio/mpeg") };

    [Theory]
    [InlineData(96)]
    [InlineData(120)]
    [InlineData(133)]
    public async Task Cuts_fall_on_the_beats_of_the_callers_music_whose_tempo_he_says(int tempo)
    {
        var wordless = Requests.Perfume with { Product = Requests.Perfume.Product! with { Description = "" } };
        foreach (var seconds in new[] { 6m, 10, 15, 30, 60 })
        {
            var board = (await Requests.Written(wordless with { Seconds = seconds, MusicWish = _own with { Tempo = tempo } })).Storyboard;

            Assert.Empty(StoryboardRules.Check(board));
            Assert.Equal(seconds, board.Seconds);
            Assert.All(Cuts(board), cut => Assert.InRange(Math.Abs((cut * tempo / 60) - Math.Round(cut * tempo / 60)) * 60 / tempo, 0, 1m / 59));
        }
    }

    [Fact]
    public async Task Words_that_have_to_be_read_win_over_beats()
    {
        var board = (await Requests.Written(Requests.Perfume with { Seconds = 12, MusicWish = _own with { Tempo = 70 } })).Storyboard;

        Assert.All(board.Shots.Where(shot => shot.Caption is not null), shot => Assert.True(Reading.CanRead(shot.Caption!.Text, shot.Seconds)));
    }

    [Fact]
    public async Task Without_a_tempo_or_a_file_of_ones_own_cuts_stay_where_they_are()
    {
        var usual = Cuts((await Requests.Written(Requests.Perfume)).Storyboard);

        Assert.Equal(usual, Cuts((await Requests.Written(Requests.Perfume with { MusicWish = _own })).Storyboard));
        Assert.Equal(usual, Cuts((await Requests.Written(Requests.Perfume with { MusicWish = new MusicWish { Tempo = 133 } })).Storyboard));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(111)]
    public async Task Cuts_fall_on_the_beats_that_were_heard_though_they_are_not_even(int? said)
    {
        double[] beats = [.. Enumerable.Range(0, 40).Select(i => 0.37 + (i * 0.54) + (0.01 * (i % 3)))];
        var wordless = Requests.Perfume with { Seconds = 12, Product = Requests.Perfume.Product! with { Description = "" } };
        var written = await Requests.Written(wordless with { MusicWish = _own with { Tempo = said, Heard = new SoundAnalysis { Lead = 0, Seconds = 22, Tempo = 60 / 0.54, Beats = beats } } });

        Assert.Equal(12, written.Storyboard.Seconds);
        Assert.All(Cuts(written.Storyboard), cut => Assert.Contains(beats, beat => Math.Abs((decimal)beat - cut) <= 1m / 59));
    }

    [Fact]
    public async Task Beats_go_on_where_short_music_is_repeated()
    {
        double[] beats = [.. Enumerable.Range(0, 8).Select(i => i * 0.5)];
        var wordless = Requests.Perfume with { Seconds = 30, Product = Requests.Perfume.Product! with { Description = "" } };
        var written = await Requests.Written(wordless with { MusicWish = _own with { Heard = new SoundAnalysis { Lead = 0, Seconds = 4, Tempo = 120, Beats = beats } } });

        Assert.All(Cuts(written.Storyboard), cut => Assert.Equal(0, (cut * 2) % 1));
    }

    [Fact]
    public async Task Music_without_a_beat_and_lengths_that_the_prompt_gives_leave_cuts_where_they_are_and_say_so()
    {
        var usual = Cuts((await Requests.Written(Requests.Perfume)).Storyboard);
        var silent = await Requests.Written(Requests.Perfume with { MusicWish = _own with { Heard = new SoundAnalysis { Lead = 0, Seconds = 20 } } });
        Assert.Equal(usual, Cuts(silent.Storyboard));
        Assert.Contains(silent.Warnings, warning => warning.StartsWith("No beat was heard in music.file", StringComparison.Ordinal));

        var heard = _own with { Heard = new SoundAnalysis { Lead = 0, Seconds = 20, Tempo = 100, Beats = [.. Enumerable.Range(0, 30).Select(i => i * 0.6)] } };
        var timed = await Requests.Written(new VideoRequest { Prompt = "Shot 1 (3s): a ball rolls. Shot 2 (2s): the ball bounces. Shot 3 (5s): the ball floats", Seconds = 10, MusicWish = heard });
        Assert.Equal([3m, 5], Cuts(timed.Storyboard));
        Assert.Contains(timed.Warnings, warning => warning.Contains("not on the beats of music.file", StringComparison.Ordinal));
    }

    private static decimal[] Cuts(Storyboard board) =>
        [.. board.Shots.SkipLast(1).Aggregate(new List<decimal>(), (cuts, shot) => [.. cuts, cuts.LastOrDefault() + shot.Seconds])];
}
