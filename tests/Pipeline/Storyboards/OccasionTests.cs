using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storyboards.Briefs;

namespace SoraFunctions.Pipeline.Tests.Storyboards;

/// <summary>What briefs say of shape, audience, season and price, and what becomes of it.</summary>
public class OccasionTests
{
    [Theory]
    [InlineData("a can rolls on the beach, vertical, 9:16", "9:16", null, null)]
    [InlineData("竖屏，夏天，一罐汽水", "9:16", null, "summer")]
    [InlineData("Landscape 16:9 for new parents: a candle", "16:9", "parents", null)]
    [InlineData("sneakers spin, aimed at teenagers", null, "teens", null)]
    [InlineData("给小朋友看的圣诞节广告，礼盒打开", null, "children", "christmas")]
    [InlineData("Eine Kerze, Hochformat, für Weihnachten", "9:16", null, "christmas")]
    [InlineData("un coche rojo, formato cuadrado, para jóvenes", "1:1", "young", null)]
    [InlineData("シニア向け、秋、お茶", null, "seniors", "autumn")]
    [InlineData("not vertical, a ball for the dog", null, null, null)]
    [InlineData("autumn leaves fall", null, null, null)]
    public void Shape_audience_and_season_are_read(string prompt, string? aspect, string? audience, string? season)
    {
        var brief = BriefReader.Read(prompt);

        Assert.Equal((aspect, audience, season), (brief.Aspect, brief.Audience, brief.Season));
    }

    [Fact]
    public void Nobody_counts_things_by_the_shape_of_the_picture()
    {
        var step = Assert.Single(BriefReader.Read("16:9 car in the dunes").Steps);

        Assert.Equal(1, Assert.Single(step.Subjects).Count);
    }

    [Fact]
    public async Task Season_and_audience_choose_what_the_order_leaves_open_and_nothing_else()
    {
        var open = (await Requests.Prompt("a red ball, for Halloween")).Storyboard;
        Assert.Equal((Setting.DarkStudio, Light.Dramatic), (open.Shots[0].Setting, open.Shots[0].Light));
        Assert.Equal("#1c1a22", open.Look.Primary);

        var said = (await Requests.Prompt("a red ball on the beach, soft light, calm, for Halloween")).Storyboard;
        Assert.Equal((Setting.Beach, Light.Soft, Mood.Calm), (said.Shots[0].Setting, said.Shots[0].Light, said.Look.Mood));

        var seniors = (await Requests.Prompt("a cup of tea for seniors")).Storyboard;
        Assert.Equal((Mood.Calm, 72), (seniors.Look.Mood, seniors.Sound.Tempo));
    }

    [Fact]
    public async Task Quoted_words_and_a_quoted_price_are_one_shot()
    {
        var brief = BriefReader.Read("text: \"50% OFF\" price \"$19.99\" a pouch drops");
        var step = Assert.Single(brief.Steps);
        Assert.Equal(("50% OFF", "$19.99"), (step.Caption?.Text, step.Price));

        var board = (await Requests.Prompt("text: \"50% OFF\" price \"$19.99\" a pouch drops", 6)).Storyboard;
        Assert.Equal("50% OFF · $19.99", Assert.Single(board.Shots, shot => shot.Caption is not null).Caption!.Text);
    }

    [Fact]
    public async Task Prompt_that_speaks_of_another_shape_than_the_request_is_told_so()
    {
        var written = await Requests.Written(new VideoRequest { Prompt = "vertical: a ball bounces", Size = new FrameSize(1280, 720) });

        Assert.Contains("The prompt speaks of 9:16; the picture is 1280x720 as the request says.", written.Warnings);
    }
}
