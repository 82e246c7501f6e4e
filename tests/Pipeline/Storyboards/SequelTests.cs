using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storyboards;

namespace SoraFunctions.Pipeline.Tests.Storyboards;

public class SequelTests
{
    [Theory]
    [InlineData("it spins slowly, close-up")]
    [InlineData("然后它慢慢旋转，特写")]
    public async Task What_was_told_stays_the_very_same_and_goes_on_with_its_cast_in_its_place(string next)
    {
        var before = (await Requests.Prompt("A red ball rolls over a wooden table in warm light")).Storyboard;

        var after = await Extended(before, next, 8);

        Assert.Equal(18, after.Storyboard.Seconds);
        Assert.All(before.Shots, (shot, i) => Assert.Same(shot, after.Storyboard.Shots[i]));
        Assert.Equal(before.Cast, after.Storyboard.Cast);
        Assert.All(Added(before, after), shot => Assert.Equal(
            (before.Shots[^1].Setting, before.Shots[^1].Light, before.Shots[^1].Subjects[0]), (shot.Setting, shot.Light, shot.Subjects[0])));
        Assert.Contains(Added(before, after)[0].Action, new[] { Deed.Spin, Deed.Turn });
        Assert.DoesNotContain(after.Warnings, warning => warning.Contains("plain ball"));
    }

    [Fact]
    public async Task Who_is_described_otherwise_is_another_and_who_is_not_is_the_same()
    {
        var before = (await Requests.Prompt("A red ball lies on the beach")).Storyboard;

        var after = await Extended(before, "A blue ball rolls in. Then the ball bounces.", 12);

        Assert.Equal([Form.Ball, Form.Ball], after.Storyboard.Cast.Select(subject => subject.Form));
        Assert.NotEqual(after.Storyboard.Cast[0].Colour, after.Storyboard.Cast[1].Colour);
        Assert.Contains(Added(before, after), shot => shot.Subjects[0] == after.Storyboard.Cast[1].Id);
    }

    [Theory]
    [InlineData("at night in the city in the rain", Setting.NightStreet)]
    [InlineData("雪地里", Setting.Snow)]
    public async Task Another_place_is_gone_to_and_its_light_is_its_own(string next, Setting place)
    {
        var before = (await Requests.Prompt("A red ball on a wooden table in warm light")).Storyboard;

        Assert.All(Added(before, await Extended(before, next, 8)), shot => Assert.Equal(place, shot.Setting));
    }

    [Fact]
    public async Task A_product_stays_itself_and_whole_and_its_end_card_moves_to_the_new_end()
    {
        var before = (await Requests.Written(Requests.Perfume)).Storyboard;

        var after = await Extended(before, "The bottle shatters on the beach", 4);

        Assert.Equal(before.Cast.Count, after.Storyboard.Cast.Count);
        Assert.All(Added(before, after), shot => Assert.Equal((before.Cast[0].Id, Setting.Beach), (shot.Subjects[0], shot.Setting)));
        Assert.DoesNotContain(Added(before, after), shot => shot.Action == Deed.Shatter);
        Assert.Contains("A product stays whole; nothing breaks.", after.Warnings);
        Assert.Equal(before.EndCard!.Title, after.Storyboard.EndCard!.Title);
        Assert.InRange(after.Storyboard.EndCard.Seconds, 1, after.Storyboard.Shots[^1].Seconds);
    }

    [Fact]
    public async Task There_are_never_more_shots_than_a_storyboard_takes()
    {
        var before = (await Requests.Prompt("A ball rolls. Then it stops.", 60)).Storyboard;
        before = before with { Shots = [.. Enumerable.Range(0, 23).Select(i => before.Shots[0] with { Id = $"shot-{i + 1}", Seconds = 2 })] };

        var after = await Extended(before, "It bounces, then spins, then stands still", 20);

        Assert.Equal((24, 66m), (after.Storyboard.Shots.Count, after.Storyboard.Seconds));
        Assert.Empty(StoryboardRules.Check(after.Storyboard));
    }

    [Fact]
    public async Task An_extension_of_an_extension_keeps_to_the_rules_of_storyboards()
    {
        var board = (await Requests.Written(Requests.ChinesePerfume)).Storyboard;
        foreach (var next in new[] { "花瓣飘落", "a car drives past in the city", "水面上漂浮", "two candles beside it", "it levitates in space", "推近特写" })
        {
            board = (await Extended(board, next, 8)).Storyboard;
            Assert.Empty(StoryboardRules.Check(board));
        }

        Assert.Equal(58, board.Seconds);
    }

    private static Task<WrittenStoryboard> Extended(Storyboard before, string next, decimal seconds) =>
        Requests.Written(new VideoRequest { Prompt = "What was told before", Seconds = before.Seconds, Seed = 1 }.Extended(before, next, before.Seconds + seconds));

    private static IReadOnlyList<Shot> Added(Storyboard before, WrittenStoryboard after) => [.. after.Storyboard.Shots.Skip(before.Shots.Count)];
}
