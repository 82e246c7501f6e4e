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
    [InlineData("an orange splashes into the water", "橙子落入水中")]
    [InlineData("a boat floats at sea, rain", "小船漂浮在海上，雨")]
    [InlineData("a sports car drives at night", "跑车行驶，夜晚")]
    [InlineData("an athlete does a backflip", "运动员后空翻")]
    [InlineData("ice cubes orbit a cola, handheld", "冰块环绕可乐，手持")]
    [InlineData("milk is poured into a glass, kitchen, steam", "牛奶倒入玻璃杯，厨房，蒸汽")]
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
        var written = await Requests.Prompt("A wolf sleeps in the rain");

        Assert.Equal(Form.Ball, Assert.Single(written.Storyboard.Cast).Form);
        Assert.Contains(written.Warnings, warning => warning.Contains("animals") && warning.Contains("wolf"));
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
        var plain = await Requests.Prompt("a tomato falls");
        var pictured = await Requests.Written(new VideoRequest { Prompt = "a tomato falls", Pictures = Requests.Perfume.Product!.Pictures });

        Assert.Contains("tomato", Assert.Single(plain.Warnings));
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

    [Theory]
    [InlineData("a beach ball floats", Deed.Float, Setting.Pool, "ball")]
    [InlineData("a bottle floats in a dark studio", Deed.Levitate, Setting.DarkStudio, "bottle")]
    [InlineData("an apple falls into the sea", Deed.SplashIn, Setting.Sea, "apple")]
    [InlineData("a boat", Deed.Float, Setting.Sea, "boat")]
    [InlineData("rain on a swimming pool, a leaf", Deed.Ripple, Setting.Pool, "leaf")]
    [InlineData("something drives round a bend", Deed.Drive, Setting.NightStreet, "car")]
    [InlineData("a car drives on a rooftop", Deed.Drive, Setting.RooftopSunset, "car")]
    [InlineData("a pirouette", Deed.Pirouette, Setting.DarkStudio, "mannequin")]
    [InlineData("a dancer spins", Deed.Pirouette, Setting.DarkStudio, "dancer")]
    [InlineData("a backflip", Deed.BackFlip, Setting.Sea, "mannequin,paddle-board")]
    [InlineData("a backflip on a paddle board in a pool", Deed.BackFlip, Setting.Pool, "mannequin,paddle-board")]
    [InlineData("a drone shot: a ball flies through", Deed.FlyThrough, Setting.DarkStudio, "ball,ring")]
    [InlineData("a phone in outer space", Deed.Levitate, Setting.Space, "phone")]
    [InlineData("a vase breaks", Deed.Shatter, Setting.DarkStudio, "vase")]
    public async Task A_deed_gets_the_cast_and_the_place_that_it_takes(string prompt, Deed deed, Setting setting, string subjects)
    {
        var shot = (await Requests.Prompt(prompt)).Storyboard.Shots[0];

        Assert.Equal((deed, setting, subjects), (shot.Action, shot.Setting, string.Join(',', shot.Subjects)));
    }

    [Fact]
    public async Task What_floats_floats_in_every_shot_and_a_dry_place_makes_way_with_a_warning()
    {
        var written = await Requests.Prompt("a leaf splashes down on a sunny beach");

        Assert.All(written.Storyboard.Shots, shot => Assert.Contains(shot.Setting, new[] { Setting.Pool, Setting.Sea }));
        Assert.Equal(Deed.SplashIn, written.Storyboard.Shots[0].Action);
        Assert.Contains(written.Warnings, warning => warning.Contains("no water deep enough"));
        Assert.All(written.Storyboard.Shots.Skip(1), shot => Assert.Contains(shot.Action, new[] { Deed.Float, Deed.SplashIn }));
    }

    [Theory]
    [InlineData("a perfume on river stones, ripples spread, rings on the water", Setting.RiverStones, "rings on the water")]
    [InlineData("lemons splash into a glass on a kitchen counter", Setting.Kitchen, "a splash in a glass")]
    public async Task A_named_place_stays_where_only_the_water_is_missing(string prompt, Setting setting, string missing)
    {
        var written = await Requests.Prompt(prompt);

        Assert.Equal(setting, written.Storyboard.Shots[0].Setting);
        Assert.Contains(written.Warnings, warning => warning.Contains(missing));
    }

    [Theory]
    [InlineData("a tree, falling snow", Setting.Snow)]
    [InlineData("a car in the rain", Setting.NightStreet)]
    [InlineData("a book on a wooden table by a rainy window", Setting.RainWindow)]
    public async Task Weather_has_a_place_of_its_own(string prompt, Setting setting) =>
        Assert.Equal(setting, (await Requests.Prompt(prompt)).Storyboard.Shots[0].Setting);

    [Fact]
    public async Task A_second_deed_of_a_shot_is_named()
    {
        Assert.Contains((await Requests.Prompt("a watch spins and rolls")).Warnings, warning => warning.StartsWith("Not shown: rolls (a shot shows one deed)"));
        Assert.Empty((await Requests.Prompt("a vase falls and breaks")).Warnings);
    }

    [Fact]
    public async Task What_a_figure_wears_is_its_colour()
    {
        var cast = (await Requests.Prompt("a mannequin in a red dress turns")).Storyboard.Cast;

        Assert.Equal((Form.Mannequin, "#c8242c"), (Assert.Single(cast).Form, cast[0].Colour));
    }

    [Fact]
    public async Task What_is_left_out_is_named()
    {
        var written = await Requests.Prompt("A red ball bounces beside a dragon and a gramophone in a castle");

        Assert.Contains(written.Warnings, warning => warning.StartsWith("Not shown: dragon"));
        Assert.Contains(written.Warnings, warning => warning.StartsWith("Not shown: castle"));
        Assert.Contains(written.Warnings, warning => warning.StartsWith("Not shown: gramophone"));
    }

    [Theory]
    [InlineData("A cinematic close-up of a perfume bottle on marble with soft reflections, shot on 35mm film, shallow depth of field, 4k")]
    [InlineData("An elegant advertisement: the bottle turns slowly, light catches the edges of the glass, luxury mood, high quality")]
    [InlineData("A beautiful red ball bounces gently across the wooden floor in the warm glow of the evening sun")]
    [InlineData("Show the watch from every angle, then end on the logo")]
    [InlineData("一个漂亮的红球在木桌上轻轻弹跳，电影感，高清画质")]
    public async Task Words_that_only_describe_are_not_named(string prompt) =>
        Assert.DoesNotContain((await Requests.Prompt(prompt)).Warnings, warning => warning.StartsWith("Not shown:"));

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

    private static (decimal, Setting, string, Deed, Camera, Light, Atmosphere?) Bare(Shot shot) =>
        (shot.Seconds, shot.Setting, string.Join(',', shot.Subjects), shot.Action, shot.Camera, shot.Light, shot.Atmosphere);
}
