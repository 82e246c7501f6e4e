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

    private static decimal[] Cuts(Storyboard board) =>
        [.. board.Shots.SkipLast(1).Aggregate(new List<decimal>(), (cuts, shot) => [.. cuts, cuts.LastOrDefault() + shot.Seconds])];
}
