using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storyboards;

namespace SoraFunctions.Pipeline.Tests.Storyboards;

public class DramaturgyTests
{
    private static VideoRequest Order => Requests.Perfume with
    {
        Prompt = "",
        Product = Requests.Perfume.Product! with { CompareAtPrice = 99, Rating = new ProductRating(4.6m, 812) },
    };

    public static TheoryData<Dramaturgy> All => [.. Enum.GetValues<Dramaturgy>()];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_dramaturgy_keeps_the_craft_at_every_length(Dramaturgy dramaturgy)
    {
        foreach (var seconds in new[] { 3m, 6, 10, 15, 30, 60, 120 })
        {
            var board = (await Requests.Written(Order with { Dramaturgy = dramaturgy, Seconds = seconds })).Storyboard;

            Assert.Empty(StoryboardRules.Check(board));
            Assert.Equal(seconds, board.Seconds);
            Assert.NotEqual(Deed.Stand, board.Shots[0].Action);
            Assert.Contains("product", board.Shots[0].Subjects);
            Assert.NotNull(board.EndCard!.CallToAction);
            Assert.All(board.Shots.Zip(board.Shots.Skip(1)), pair => Assert.NotEqual(pair.First.Camera.Framing, pair.Second.Camera.Framing));
        }
    }

    [Theory]
    [InlineData(Dramaturgy.Unboxing, Deed.Unbox)]
    [InlineData(Dramaturgy.Reveal, Deed.Billow)]
    [InlineData(Dramaturgy.Explainer, Deed.Assemble)]
    [InlineData(Dramaturgy.Festive, Deed.Shower)]
    public async Task It_begins_as_it_is_named(Dramaturgy dramaturgy, Deed deed) =>
        Assert.Equal(deed, (await Requests.Written(Order with { Dramaturgy = dramaturgy })).Storyboard.Shots[0].Action);

    [Fact]
    public async Task A_countdown_counts_down_to_the_price()
    {
        var captions = (await Requests.Written(Order with { Dramaturgy = Dramaturgy.Countdown, Seconds = 15 })).Storyboard.Shots.Select(shot => shot.Caption).ToArray();

        Assert.Equal(["3", "2", "1", "$79"], captions.Take(4).Select(caption => caption?.Text));
        Assert.Equal((CaptionRole.Price, "$99"), (captions[3]!.Role, captions[3]!.Was));
    }

    [Fact]
    public async Task A_short_countdown_still_ends_with_one()
    {
        foreach (var seconds in new[] { 3m, 6, 8 })
        {
            var shots = (await Requests.Written(Order with { Dramaturgy = Dramaturgy.Countdown, Seconds = seconds })).Storyboard.Shots;
            Assert.Contains(shots, shot => shot.Id is "one" or "offer");
        }
    }

    [Theory]
    [InlineData("en", "Before", "After")]
    [InlineData("zh-CN", "使用前", "使用后")]
    [InlineData("de", "Vorher", "Nachher")]
    [InlineData("ja", "使用前", "使用後")]
    public async Task Before_and_after_say_so_in_the_language_and_in_another_light(string language, string before, string after)
    {
        var shots = (await Requests.Written(Order with { Dramaturgy = Dramaturgy.BeforeAfter, Language = language })).Storyboard.Shots;

        Assert.Equal((before, after), (shots[0].Caption!.Text, shots[1].Caption!.Text));
        Assert.Equal((Light.Cool, Light.Warm), (shots[0].Light, shots[1].Light));
    }

    [Fact]
    public async Task Steps_are_the_products_own_words_in_order()
    {
        var captions = (await Requests.Written(Order with { Dramaturgy = Dramaturgy.HowTo, Seconds = 30 })).Storyboard.Shots.Select(shot => shot.Caption?.Text).OfType<string>().ToArray();

        Assert.StartsWith("1. ", captions[0], StringComparison.Ordinal);
        Assert.StartsWith("2. ", captions[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_testimonial_shows_the_rating_and_says_when_there_is_none()
    {
        var told = await Requests.Written(Order with { Dramaturgy = Dramaturgy.Testimonial });
        var untold = await Requests.Written(Requests.Perfume with { Prompt = "", Dramaturgy = Dramaturgy.Testimonial });

        Assert.Equal(CaptionRole.Rating, told.Storyboard.Shots[1].Caption!.Role);
        Assert.Contains(untold.Warnings, warning => warning.StartsWith("The dramaturgy is about the rating of the product", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Before and after, please", "before")]
    [InlineData("a flash sale with urgency", "three")]
    [InlineData("show our manufacturing process", "fed")]
    [InlineData("倒计时大促", "three")]
    [InlineData("前后对比的广告", "before")]
    [InlineData("新品发布", "outline")]
    public async Task Words_choose_it(string prompt, string first) =>
        Assert.Equal(first, (await Requests.Written(Order with { Prompt = prompt })).Storyboard.Shots[0].Id);

    [Fact]
    public async Task What_it_can_not_show_is_said()
    {
        Assert.Contains((await Requests.Written(Order with { Dramaturgy = Dramaturgy.Medical })).Warnings, warning => warning.Contains("no bodies", StringComparison.Ordinal));
        Assert.Contains((await Requests.Prompt("before and after: a red ball bounces")).Warnings, warning => warning.StartsWith("A dramaturgy tells of a product", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_suits_products_of_every_form()
    {
        foreach (var form in Enum.GetValues<Form>())
        {
            foreach (var dramaturgy in Enum.GetValues<Dramaturgy>())
            {
                var board = (await Requests.Written(Order with { Dramaturgy = dramaturgy, Product = Order.Product! with { Form = form } })).Storyboard;
                Assert.Empty(StoryboardRules.Check(board));
            }
        }
    }
}
