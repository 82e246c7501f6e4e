using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storyboards;

namespace SoraFunctions.Pipeline.Tests.Storyboards;

public class EmbeddedWriterTests
{
    private static readonly string[] _words =
    [
        "three", "red", "balls", "bounce", "a", "bottle", "on marble", "slowly", "push in", "then", "a coin spins", "at night", "no music",
        "\"Hello there\"", "6 seconds", "petals", "rain down", "a dog", "on the beach", "macro", "finally", "Shot 1:", "Shot 2:", "collide", ".", ",",
        "floats", "splashes into", "a car", "drives", "a dancer", "in the snow", "rain", "in a pool", "shatters", "orbits", "a backflip", "a table", "a glass", "in space",
        "漂浮", "后空翻", "行驶", "下雨", "太空", "打碎",
        "三个", "红", "球", "落下", "瓶子", "在大理石台面", "缓缓", "推近", "然后", "硬币旋转", "夜晚", "不要音乐", "「你好」", "花瓣飘落", "小狗", "海滩", "特写", "最后", "，", "。", "香水",
    ];

    private static readonly JsonSerializerOptions _indented = new(ContractJson.Default.Options) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void Shot_lengths_add_up_exactly_and_are_whole_frames_for_any_prompt_and_length()
    {
        var requests =
            from words in Gen.Elements(_words).ListOf()
            from tenths in Gen.Choose(10, 1200)
            from seed in Gen.Choose(0, 1000)
            from product in Gen.Elements(null, Requests.Perfume.Product, Requests.ChinesePerfume.Product)
            from mood in Gen.Elements(Enum.GetValues<Mood>().Select(mood => (Mood?)mood).Append(null).ToArray())
            from voice in Gen.Elements(true, false)
            select new VideoRequest { Prompt = string.Join(' ', words), Seconds = tenths / 10m, Seed = seed, Product = product, Mood = mood, Voice = voice };

        Prop.ForAll(requests.ToArbitrary(), request =>
        {
            var storyboard = Requests.Written(request).GetAwaiter().GetResult().Storyboard;
            Assert.Equal(request.Seconds, storyboard.Seconds);
            Assert.All(storyboard.Shots, shot => Assert.Equal(Math.Round(shot.Seconds * 30), shot.Seconds * 30));
            Assert.Empty(StoryboardRules.Check(storyboard));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public async Task Lengths_in_single_frames_add_up_exactly_too()
    {
        var written = await Requests.Prompt("a red ball bounces", seconds: 5.0333m);

        Assert.Equal(5.0333m, written.Storyboard.Seconds);
        Assert.Empty(StoryboardRules.Check(written.Storyboard));
    }

    [Fact]
    public async Task The_same_request_gets_the_same_storyboard_and_another_seed_another()
    {
        var one = await Json(Requests.Perfume);

        Assert.Equal(one, await Json(Requests.Perfume));
        var others = await Task.WhenAll(Enumerable.Range(0, 8).Select(seed => Json(Requests.Perfume with { Seed = seed })));
        Assert.True(others.Distinct().Count() > 1);
    }

    [Theory]
    [InlineData("perfume-en.json")]
    [InlineData("perfume-zh.json")]
    [InlineData("balls-en.json")]
    [InlineData("balls-zh.json")]
    public async Task The_examples_are_written_as_recorded(string name)
    {
        var request = name switch
        {
            "perfume-en.json" => Requests.Perfume,
            "perfume-zh.json" => Requests.ChinesePerfume,
            "balls-en.json" => new VideoRequest { Prompt = "Three red rubber balls bounce on a wooden table, then a blue ball hits a glass bottle at night. Camera orbits. \"Play fair\"", Seed = 3 },
            _ => new VideoRequest { Prompt = "三个红色橡胶球在木桌上弹跳，然后一个蓝球撞上玻璃瓶，夜晚，镜头环绕，“公平竞争”", Seed = 3 },
        };
        var written = (await Json(request)).ReplaceLineEndings("\n") + "\n";
        var path = Path.Combine(AppContext.BaseDirectory, "Storyboards", name);
        if (Environment.GetEnvironmentVariable("SORA_RECORD") is { Length: > 0 } folder)
        {
            File.WriteAllText(Path.Combine(folder, name), written);
        }

        Assert.Equal(File.ReadAllText(path), written);
    }

    [Fact]
    public async Task A_storyboard_in_the_request_is_kept_as_it_is()
    {
        var given = (await Requests.Written(Requests.Perfume)).Storyboard;

        var kept = await Requests.Written(new VideoRequest { Storyboard = given, Seconds = given.Seconds });

        Assert.Same(given, kept.Storyboard);
        Assert.Empty(kept.Warnings);
    }

    private static async Task<string> Json(VideoRequest request) =>
        JsonSerializer.Serialize((await Requests.Written(request)).Storyboard, typeof(Storyboard), _indented);
}
