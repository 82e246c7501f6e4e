using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storyboards;

namespace SoraFunctions.Pipeline.Tests.Storyboards;

public class ScenePlanTests
{
    [Theory]
    [InlineData("a red ball bounces on a wooden table", "一个红球在木桌上弹跳")]
    [InlineData("a glass bottle turns on marble, camera orbits", "玻璃瓶在大理石上转动，镜头环绕")]
    [InlineData("three coins spin at night, close-up", "三枚硬币打转，夜晚，特写")]
    [InlineData("a box slides in, then a cup topples", "盒子滑入，然后杯子倒下")]
    [InlineData("rose petals fall around a perfume bottle, warm light", "玫瑰花瓣在香水瓶周围飘落，暖光")]
    public async Task English_and_Chinese_give_the_same_shots(string english, string chinese)
    {
        var left = (await Requests.Prompt(english)).Storyboard;
        var right = (await Requests.Prompt(chinese)).Storyboard;

        Assert.Equal("zh-CN", right.Language);
        Assert.Equal(left.Cast.Select(subject => subject with { Name = "" }), right.Cast.Select(subject => subject with { Name = "" }));
        Assert.Equal(left.Shots.Select(Bare), right.Shots.Select(Bare));
    }

    [Fact]
    public async Task A_prompt_without_anything_to_build_says_what_stands_in()
    {
        var written = await Requests.Prompt("A cat sleeps in the rain");

        Assert.Equal(Form.Ball, Assert.Single(written.Storyboard.Cast).Form);
        Assert.Contains(written.Warnings, warning => warning.Contains("animals") && warning.Contains("cat"));
        Assert.Contains(written.Warnings, warning => warning.Contains("stands in"));
    }

    [Fact]
    public async Task The_callers_picture_is_the_first_thing_that_he_names()
    {
        var pictures = Requests.Perfume.Product!.Pictures;

        var bottle = await Requests.Written(new VideoRequest { Prompt = "a coin hits a bottle, then the bottle turns", Pictures = pictures });
        var nothing = await Requests.Written(new VideoRequest { Prompt = "warm light, push in", Pictures = pictures });

        Assert.Equal((Form.Bottle, Requests.PictureSha), bottle.Storyboard.Cast.Where(subject => subject.Picture is not null).Select(subject => (subject.Form, subject.Picture!)).Single());
        Assert.Equal((Form.Card, Requests.PictureSha), (nothing.Storyboard.Cast[0].Form, nothing.Storyboard.Cast[0].Picture!));
        Assert.Empty(nothing.Warnings);
    }

    [Fact]
    public async Task What_is_shown_as_something_simpler_is_said_unless_there_is_a_picture_of_it()
    {
        var plain = await Requests.Prompt("an apple falls");
        var pictured = await Requests.Written(new VideoRequest { Prompt = "an apple falls", Pictures = Requests.Perfume.Product!.Pictures });

        Assert.Contains("apple", Assert.Single(plain.Warnings));
        Assert.Empty(pictured.Warnings);
    }

    [Theory]
    [InlineData("a cup turns, red background")]
    [InlineData("杯子转动，红色背景")]
    public async Task A_coloured_background_is_seen(string prompt)
    {
        var storyboard = (await Requests.Prompt(prompt)).Storyboard;

        Assert.Equal("#c8242c", storyboard.Look.Primary);
        Assert.All(storyboard.Shots, shot => Assert.Equal(Setting.ColourStudio, shot.Setting));
    }

    [Fact]
    public async Task Another_length_in_the_words_is_a_warning_only()
    {
        var written = await Requests.Prompt("a 6 seconds clip of a ball", seconds: 10);

        Assert.Equal(10, written.Storyboard.Seconds);
        Assert.Contains(written.Warnings, warning => warning.Contains("6 seconds"));
    }

    [Fact]
    public async Task Numbered_shots_keep_their_lengths_in_proportion()
    {
        var written = await Requests.Prompt("Scene 1 (3s): a can drops. Scene 2 (7s): the can rolls", seconds: 20);

        Assert.Equal([6m, 14m], written.Storyboard.Shots.Select(shot => shot.Seconds));
    }

    [Fact]
    public async Task A_linked_scene_without_a_brand_ends_on_a_card_that_the_shop_signs()
    {
        var request = new VideoRequest { Prompt = "a red ball bounces", Link = new LinkWish("https://shop.example.com/ball?x=1") };

        var written = await new EmbeddedWriter().Write(request, CancellationToken.None);

        Assert.Equal("shop.example.com", written.Storyboard.EndCard?.Title);
    }

    [Fact]
    public async Task One_take_is_one_shot()
    {
        var written = await Requests.Prompt("one take: a bottle turns", seconds: 20);

        Assert.Single(written.Storyboard.Shots);
    }

    [Fact]
    public async Task Every_length_from_one_to_two_minutes_can_be_filled()
    {
        foreach (var seconds in new[] { 1m, 1.1m, 2, 4, 8, 12, 25, 61, 120 })
        {
            Assert.Equal(seconds, (await Requests.Prompt("a ball rolls then it drops then it spins then it turns", seconds)).Storyboard.Seconds);
            Assert.Equal(seconds, (await Requests.Written(Requests.Perfume with { Seconds = seconds })).Storyboard.Seconds);
        }
    }

    private static (decimal, Setting, string, Deed, Camera, Light) Bare(Shot shot) =>
        (shot.Seconds, shot.Setting, string.Join(',', shot.Subjects), shot.Action, shot.Camera, shot.Light);
}
