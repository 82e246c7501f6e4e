using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards;

namespace SoraFunctions.Pipeline.Tests.Storyboards;

/// <summary>Remixes that keep shots locked, put something into a part of a shot, or edit one thing and nothing else.</summary>
public class LockTests
{
    [Theory]
    [InlineData("shots 2 and 4 locked, make it night")]
    [InlineData("make it night; keep shots 2, 4 unchanged")]
    [InlineData("lock shots 2 & 4, night")]
    [InlineData("第2、4个镜头锁定，改成夜晚")]
    [InlineData("改成夜晚，第二和第四个镜头不变")]
    public async Task Locked_shots_stay_the_very_same(string change)
    {
        var (before, after) = await Changed(change);

        Assert.Equal([false, true, false, true], before.Shots.Zip(after.Storyboard.Shots, (old, now) => old == now));
        Assert.All([after.Storyboard.Shots[0], after.Storyboard.Shots[2]], shot => Assert.Equal(Setting.NightStreet, shot.Setting));
    }

    [Fact]
    public async Task Lengths_looks_and_removals_go_round_what_is_locked()
    {
        var (before, after) = await Changed("lock shots 1 to 2, shot 1 longer, remove shot 2, festive, first shot on the beach");

        Assert.Equal(before.Shots.Take(2), after.Storyboard.Shots.Take(2));
        Assert.Equal((before.Look, before.Seconds), (after.Storyboard.Look, after.Storyboard.Seconds));
        Assert.Equal(3, after.Warnings.Count(warning => warning.Contains("locked", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_locked_shot_keeps_its_subject_when_others_get_another_colour()
    {
        var (before, after) = await Changed("shot 1 locked, make the petals blue");

        Assert.Equal(before.Shots[0], after.Storyboard.Shots[0]);
        Assert.Equal(before.Cast, after.Storyboard.Cast.Take(before.Cast.Count));
        Assert.Empty(StoryboardRules.Check(after.Storyboard));
    }

    [Theory]
    [InlineData("a candle in shot 3 from 0.5 to 1.5 s")]
    [InlineData("第3个镜头第0.5到1.5秒放一支蜡烛")]
    public async Task A_thing_is_pinned_into_a_part_of_a_shot(string change)
    {
        var (before, after) = await Changed(change);
        var shots = after.Storyboard.Shots;

        Assert.Equal(before.Shots.Count + 2, shots.Count);
        Assert.Equal((0.5m, 1m, before.Shots[2].Seconds - 1.5m), (shots[2].Seconds, shots[3].Seconds, shots[4].Seconds));
        Assert.Equal([false, true, false], shots.Skip(2).Take(3).Select(shot => shot.Subjects.Contains("candle")));
        Assert.Equal([before.Shots[0], before.Shots[1], before.Shots[3]], [shots[0], shots[1], shots[5]]);
        Assert.Equal(before.Seconds, after.Storyboard.Seconds);
        Assert.Empty(StoryboardRules.Check(after.Storyboard));
    }

    [Theory]
    [InlineData("a candle in shot 3 from 1 to 9 s", "does not fit")]
    [InlineData("a candle in shot 9 from 1 to 2 s", "there is no shot 9")]
    [InlineData("shot 3 locked, a candle in shot 3 from 0.5 to 1.5 s", "the shot is locked")]
    public async Task What_can_not_be_pinned_changes_nothing_and_is_said(string change, string said)
    {
        var (before, after) = await Changed(change);

        Assert.Equal(before.Shots, after.Storyboard.Shots);
        Assert.Contains(after.Warnings, warning => warning.Contains(said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("make it a top hat instead of a perfume, keep everything else")]
    [InlineData("用礼帽代替香水，其他保持不变")]
    [InlineData("把香水换成礼帽，其余不变")]
    public async Task One_thing_takes_the_place_of_another_and_nothing_else_changes(string change)
    {
        var (before, after) = await Changed(change);
        var hat = after.Storyboard.Cast.Single(subject => before.Cast.All(known => known.Id != subject.Id)).Id;

        Assert.Equal("card", hat);
        Assert.Equal(before with { Shots = [], Cast = [] }, after.Storyboard with { Shots = [], Cast = [] });
        Assert.Equal(
            before.Shots.Select(shot => shot with { Subjects = [] }),
            after.Storyboard.Shots.Select(shot => shot with { Subjects = [] }), new SameButSubjects());
        Assert.All(before.Shots.Zip(after.Storyboard.Shots), pair =>
            Assert.Equal(pair.First.Subjects.Select(id => id == "product" ? hat : id), pair.Second.Subjects));
    }

    [Theory]
    [InlineData("night, rain, slower, in German", "de", "Jetzt kaufen")]
    [InlineData("夜晚，下雨，慢一点，改成英文", "en", "Shop now")]
    [InlineData("night, rain, slower, in French", "fr", "Acheter")]
    public async Task Several_wishes_at_once_are_all_met_and_shots_keep_cast_camera_deeds_and_lengths(string change, string language, string button)
    {
        var (before, after) = await Changed(change);
        var board = after.Storyboard;

        Assert.All(board.Shots, shot => Assert.Equal((Setting.NightStreet, Light.Cool, (Atmosphere?)Atmosphere.Rain), (shot.Setting, shot.Light, shot.Atmosphere)));
        Assert.Equal((language, button, 77), (board.Language, board.EndCard!.CallToAction, board.Sound.Tempo));
        Assert.Equal(before.Shots.Select(shot => (shot.Id, shot.Seconds, shot.Action, shot.Camera, shot.Caption)), board.Shots.Select(shot => (shot.Id, shot.Seconds, shot.Action, shot.Camera, shot.Caption)));
    }

    private static async Task<(Storyboard Before, WrittenStoryboard After)> Changed(string change)
    {
        var before = (await Requests.Written(Requests.Perfume)).Storyboard;
        return (before, await Requests.Change(before, change));
    }

    private sealed class SameButSubjects : IEqualityComparer<Shot>
    {
        public bool Equals(Shot? one, Shot? other) => one! with { Subjects = [] } is var left && other! with { Subjects = left.Subjects } == left;

        public int GetHashCode(Shot shot) => shot.Id.GetHashCode(StringComparison.Ordinal);
    }
}
