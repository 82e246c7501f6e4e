using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards;

namespace SoraFunctions.Pipeline.Tests.Storyboards;

public class RemixTests
{
    [Theory]
    [InlineData("make it night")]
    [InlineData("改成夜晚")]
    public async Task Night_changes_place_and_light_of_all_shots(string change)
    {
        var (_, after) = await Remixed(change);

        Assert.All(after.Storyboard.Shots, shot => Assert.Equal((Setting.NightStreet, Light.Cool), (shot.Setting, shot.Light)));
    }

    [Theory]
    [InlineData("make the second shot a close-up with warm light", 1)]
    [InlineData("第二个镜头改成特写，暖光", 1)]
    [InlineData("remove the caption of shot 3", 2)]
    [InlineData("去掉第三个镜头的字幕", 2)]
    [InlineData("in the first shot the bottle drops", 0)]
    [InlineData("最后一个镜头拉远", 3)]
    [InlineData("shot 3 on the beach", 2)]
    public async Task A_change_of_one_shot_leaves_the_others_the_very_same(string change, int shot)
    {
        var (before, after) = await Remixed(change);

        Assert.NotEqual(before.Shots[shot], after.Storyboard.Shots[shot]);
        if (!change.Contains("暖光"))
        {
            Assert.All(Others(before, shot), i => Assert.Same(before.Shots[i], after.Storyboard.Shots[i]));
        }
    }

    [Theory]
    [InlineData("no music")]
    [InlineData("不要音乐")]
    [InlineData("remove the music")]
    public async Task Music_goes_and_every_shot_stays(string change)
    {
        var (before, after) = await Remixed(change);

        Assert.False(after.Storyboard.Sound.Music);
        Assert.Equal(before.Shots, after.Storyboard.Shots);
        Assert.Empty(after.Warnings);
    }

    [Theory]
    [InlineData("replace the petals with coins")]
    [InlineData("把花瓣换成金币")]
    [InlineData("coins instead of petals")]
    [InlineData("用金币代替花瓣")]
    public async Task A_thing_is_replaced_where_it_was_and_only_there(string change)
    {
        var (before, after) = await Remixed(change);

        Assert.DoesNotContain(after.Storyboard.Cast, subject => subject.Id == "petal");
        Assert.Contains(after.Storyboard.Cast, subject => subject is { Id: "coin", Form: Form.Coin });
        for (var i = 0; i < before.Shots.Count; i++)
        {
            if (before.Shots[i].Subjects.Contains("petal"))
            {
                Assert.Contains("coin", after.Storyboard.Shots[i].Subjects);
            }
            else
            {
                Assert.Same(before.Shots[i], after.Storyboard.Shots[i]);
            }
        }
    }

    [Theory]
    [InlineData("change the colour of the petals to red")]
    [InlineData("make the petals red")]
    [InlineData("把花瓣改成红色")]
    [InlineData("red petals")]
    public async Task A_colour_changes_one_subject(string change)
    {
        var (before, after) = await Remixed(change);

        Assert.Equal("#c8242c", Assert.Single(after.Storyboard.Cast, subject => subject.Id == "petal").Colour);
        Assert.Equal(before.Shots, after.Storyboard.Shots);
    }

    [Theory]
    [InlineData("remove the petals")]
    [InlineData("去掉花瓣")]
    public async Task A_thing_can_go(string change)
    {
        var (_, after) = await Remixed(change);

        Assert.Equal("product", Assert.Single(after.Storyboard.Cast).Id);
        Assert.DoesNotContain(after.Storyboard.Shots, shot => shot.Action == Deed.Shower);
    }

    [Theory]
    [InlineData("make the first shot longer")]
    [InlineData("第一个镜头长一点")]
    public async Task A_longer_shot_takes_its_time_from_one_other(string change)
    {
        var (before, after) = await Remixed(change);

        Assert.True(after.Storyboard.Shots[0].Seconds > before.Shots[0].Seconds);
        Assert.Equal(before.Seconds, after.Storyboard.Seconds);
        Assert.Equal(before.Shots.Count - 2, Enumerable.Range(0, before.Shots.Count).Count(i => ReferenceEquals(before.Shots[i], after.Storyboard.Shots[i])));
    }

    [Fact]
    public async Task The_second_shot_can_last_four_seconds()
    {
        var (before, after) = await Remixed("shot 2 4 seconds");

        Assert.Equal(4, after.Storyboard.Shots[1].Seconds);
        Assert.Equal(before.Seconds, after.Storyboard.Seconds);
    }

    [Theory]
    [InlineData("in Chinese")]
    [InlineData("改成中文")]
    public async Task Another_language_renames_what_the_writer_named_and_says_what_stays(string change)
    {
        var (before, after) = await Remixed(change);

        Assert.Equal("zh-CN", after.Storyboard.Language);
        Assert.Equal("立即购买", after.Storyboard.EndCard!.CallToAction);
        Assert.Equal("花瓣", after.Storyboard.Cast[1].Name);
        Assert.Equal(before.Shots, after.Storyboard.Shots);
        Assert.Contains(after.Warnings, warning => warning.Contains("not translated"));
    }

    [Theory]
    [InlineData("make it rain", Atmosphere.Rain)]
    [InlineData("下雪", Atmosphere.Snow)]
    [InlineData("no smoke", Atmosphere.Clear)]
    public async Task The_air_of_all_shots_changes(string change, Atmosphere air)
    {
        var (_, after) = await Remixed(change);

        Assert.All(after.Storyboard.Shots, shot => Assert.Equal(air, shot.Atmosphere));
    }

    [Theory]
    [InlineData("in shot 2 it floats")]
    [InlineData("第二个镜头漂浮")]
    public async Task What_takes_water_moves_to_it(string change)
    {
        var (_, after) = await Remixed(change);

        Assert.Equal((Deed.Float, Setting.Pool), (after.Storyboard.Shots[1].Action, after.Storyboard.Shots[1].Setting));
    }

    [Fact]
    public async Task What_takes_a_figure_gets_one()
    {
        var (_, after) = await Remixed("in shot 2 a backflip");

        Assert.Equal(["mannequin", "product", "paddle-board"], after.Storyboard.Shots[1].Subjects);
        Assert.Empty(StoryboardRules.Check(after.Storyboard));
    }

    [Theory]
    [InlineData("slower", 77)]
    [InlineData("faster", 120)]
    [InlineData("更快", 120)]
    public async Task Pace_changes_the_tempo(string change, int tempo)
    {
        var (_, after) = await Remixed(change);

        Assert.Equal(tempo, after.Storyboard.Sound.Tempo);
    }

    [Theory]
    [InlineData("change the caption of shot 3 to \"Twelve hours\"")]
    [InlineData("第三个镜头的字幕改成“Twelve hours”")]
    public async Task Quoted_words_become_the_caption(string change)
    {
        var (before, after) = await Remixed(change);

        Assert.Equal("Twelve hours", after.Storyboard.Shots[2].Caption!.Text);
        Assert.All(Others(before, 2), i => Assert.Same(before.Shots[i], after.Storyboard.Shots[i]));
    }

    [Fact]
    public async Task A_shot_can_be_removed_and_the_rest_fills_its_time()
    {
        var (before, after) = await Remixed("remove the second shot");

        Assert.DoesNotContain(after.Storyboard.Shots, shot => shot.Id == before.Shots[1].Id);
        Assert.Equal(before.Seconds, after.Storyboard.Seconds);
    }

    [Fact]
    public async Task A_scene_of_its_own_becomes_the_first_shot()
    {
        var (before, after) = await Remixed("a blue ball bounces on the beach");

        var first = after.Storyboard.Shots[0];
        Assert.Equal((Deed.Bounce, Setting.Beach), (first.Action, first.Setting));
        Assert.Equal("ball", Assert.Single(first.Subjects));
        Assert.All(Others(before, 0), i => Assert.Same(before.Shots[i], after.Storyboard.Shots[i]));
        Assert.Contains(after.Warnings, warning => warning.Contains("first shot"));
    }

    [Theory]
    [InlineData("frobnicate the quux")]
    [InlineData("嗯嗯嗯")]
    public async Task What_is_not_understood_changes_nothing_and_is_said(string change)
    {
        var (before, after) = await Remixed(change);

        Assert.Same(before, after.Storyboard);
        Assert.Contains("not understood", Assert.Single(after.Warnings));
    }

    [Theory]
    [InlineData("make it festive, remove the petals, then shot 2 shorter and no text")]
    [InlineData("remove shot 1, remove shot 2, remove shot 3, remove shot 4")]
    [InlineData("every shot on the rooftop; first shot 59 seconds; last shot 0.1 seconds")]
    [InlineData("把产品换成球；背景改成红色；更大")]
    [InlineData("replace the bottle with a ball, make it bounce, no end card")]
    public async Task Whatever_is_asked_the_result_can_be_filmed(string change)
    {
        var (before, after) = await Remixed(change);

        Assert.Empty(StoryboardRules.Check(after.Storyboard));
        Assert.Equal(before.Seconds, after.Storyboard.Seconds);
    }

    [Theory]
    [InlineData("make the ball red and ")]
    [InlineData("text to ")]
    [InlineData("the first shot but the last not ")]
    [InlineData("把球改成")]
    public async Task Words_without_end_are_read_to_their_end(string words)
    {
        var (before, after) = await Remixed(string.Concat(Enumerable.Repeat(words, 32_000 / words.Length)));

        Assert.Empty(StoryboardRules.Check(after.Storyboard));
        Assert.Equal(before.Seconds, after.Storyboard.Seconds);
    }

    private static async Task<(Storyboard Before, WrittenStoryboard After)> Remixed(string change)
    {
        var before = (await Requests.Written(Requests.Perfume)).Storyboard;
        return (before, await Requests.Change(before, change));
    }

    private static IEnumerable<int> Others(Storyboard storyboard, int shot) =>
        Enumerable.Range(0, storyboard.Shots.Count).Where(i => i != shot);
}
