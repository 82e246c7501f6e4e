using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards;

namespace SoraFunctions.Pipeline.Tests.Storyboards;

/// <summary>Wishes of remixes.tsv: each changes what its row lists and nothing else, and says in a warning what can't be had.</summary>
public class RemixTableTests
{
    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_wish_changes_what_is_asked_and_nothing_else(string set, string wish, string changes)
    {
        Assert.NotEmpty(set);
        var after = await Requests.Change(KitchenAd.Board, wish);

        var wrong = BoardDifference.Against(changes, KitchenAd.Board, after);
        Assert.True(wrong.Length == 0, wrong);
        Assert.Empty(StoryboardRules.Check(after.Storyboard));
        Assert.Equal(KitchenAd.Board.Seconds, after.Storyboard.Seconds);
    }

    public static TheoryData<string, string, string> Rows()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var row in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Storyboards", "remixes.tsv")).Skip(1).Select(line => line.Split('\t')))
        {
            data.Add(row[0], row[1], row[2]);
        }

        return data;
    }
}
