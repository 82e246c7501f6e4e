using System.Text.Json;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storyboards;

namespace SoraFunctions.Pipeline.Tests.Storyboards;

public class VariantTests
{
    /// <summary>What two variants of an open brief are apart at least, on the scale of <see cref="StoryboardDistance"/>.</summary>
    private const double Apart = 0.3;

    private static VideoRequest Open => Requests.Perfume with { Prompt = "", Brand = null };

    [Fact]
    public async Task Variant_zero_is_the_usual_storyboard() =>
        Assert.Equal(Json(await Board(Requests.Perfume)), Json(await Board(Requests.Perfume with { Variant = 0, Dramaturgy = null })));

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task Twelve_variants_of_an_open_brief_are_all_unlike_each_other(string language)
    {
        var boards = new List<Storyboard>();
        for (var variant = 0; variant < 12; variant++)
        {
            var board = await Board(Open with { Variant = variant, Language = language });
            Assert.Empty(StoryboardRules.Check(board));
            boards.Add(board);
        }

        var distances = boards.SelectMany((one, i) => boards.Skip(i + 1).Select(other => StoryboardDistance.Between(one, other))).ToArray();
        Assert.All(distances, distance => Assert.True(distance >= Apart, $"{distance}"));
        Assert.True(distances.Average() >= 0.5, $"{distances.Average()}");
        Assert.True(boards.Select(board => board.Shots[0].Setting).Distinct().Count() >= 4);
        Assert.True(boards.Select(board => board.Shots[0].Id).Distinct().Count() >= 4);
        Assert.True(boards.Select(board => board.Look.Accent).Distinct().Count() >= 8);
    }

    [Fact]
    public async Task What_the_brief_says_and_the_colours_of_the_brand_hold_for_all()
    {
        for (var variant = 0; variant < 8; variant++)
        {
            var board = await Board(Requests.Perfume with { Prompt = "on the beach, close-up, rim light", Variant = variant });

            Assert.Equal((Setting.Beach, Framing.Close, Light.Rim), (board.Shots[0].Setting, board.Shots[0].Camera.Framing, board.Shots[0].Light));
            Assert.Equal("#b4536a", board.Look.Accent);
        }
    }

    [Fact]
    public async Task The_same_variant_is_the_same_storyboard() =>
        Assert.Equal(Json(await Board(Open with { Variant = 5 })), Json(await Board(Open with { Variant = 5 })));

    [Fact]
    public async Task Variants_of_a_scene_without_a_product_differ_too()
    {
        var request = new VideoRequest { Prompt = "a red ball bounces", Seconds = 10, Seed = 1 };
        var boards = new List<Storyboard>();
        for (var variant = 0; variant < 4; variant++)
        {
            boards.Add(await Board(request with { Variant = variant }));
        }

        Assert.All(boards, board => Assert.Equal(Deed.Bounce, board.Shots[0].Action));
        Assert.All(boards.SelectMany((one, i) => boards.Skip(i + 1).Select(other => StoryboardDistance.Between(one, other))), distance => Assert.True(distance >= 0.15, $"{distance}"));
    }

    [Fact]
    public async Task Distance_is_nothing_to_itself_the_same_both_ways_and_one_at_most()
    {
        var (one, other) = (await Board(Open), await Board(Open with { Variant = 3 }));

        Assert.Equal(0, StoryboardDistance.Between(one, one));
        Assert.Equal(StoryboardDistance.Between(one, other), StoryboardDistance.Between(other, one), 12);
        Assert.InRange(StoryboardDistance.Between(one, other), 0, 1);
    }

    private static async Task<Storyboard> Board(VideoRequest request) => (await Requests.Written(request)).Storyboard;

    private static string Json(Storyboard board) => JsonSerializer.Serialize(board, ContractJson.Default.Storyboard);
}
