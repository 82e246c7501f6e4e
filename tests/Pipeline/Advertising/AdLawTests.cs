using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Advertising;
using SoraFunctions.Pipeline.Labels;
using SoraFunctions.Pipeline.Moderation;

namespace SoraFunctions.Pipeline.Tests.Advertising;

public class AdLawTests
{
    public static TheoryData<string, string, string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string, string, string>();
            foreach (var row in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Advertising", "cases.tsv")).Skip(1).Select(line => line.Split('\t')))
            {
                data.Add(row[0], row[1], row[2], row[3]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Words_have_the_outcome_that_the_law_of_the_market_gives_them(string market, string outcome, string topic, string text)
    {
        var topics = AdLawBook.BuiltIn.In(new ModeratedText("storyboard.shots[0].line", text)).Select(term => term.Topic).ToList();
        var review = AdLaw.Review(Board(text), [market]);

        Assert.Equal(outcome == "refuse", review.Refusals.Count > 0);
        Assert.Equal(outcome == "line", review.Storyboard.Legal is not null);
        if (outcome == "none")
        {
            Assert.Empty(review.Warnings);
        }
        else
        {
            Assert.Contains(topic, topics);
            Assert.Contains(review.Refusals.Concat(review.Warnings), told => told.Contains(market, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_refusal_names_field_words_law_and_what_to_say_instead()
    {
        var refusal = Assert.Single(AdLaw.Review(Board("顶级品质"), ["cn"]).Refusals);

        Assert.StartsWith("storyboard.shots[0].line may not be advertised with '顶级' in cn (Advertising Law of the PRC, art. 9 (3)", refusal);
        Assert.EndsWith("or say '高端' instead.", refusal);
    }

    [Fact]
    public void Without_markets_only_what_is_refused_everywhere_is_refused_and_the_rest_is_said_by_language()
    {
        Assert.NotEmpty(AdLaw.Review(Board("A new vape pen"), null).Refusals);

        var chinese = AdLaw.Review(Board("顶级品质") with { Language = "zh-CN" }, null);
        Assert.Empty(chinese.Refusals);
        Assert.Contains("Name markets where it is not shown there", Assert.Single(chinese.Warnings));
        Assert.Empty(AdLaw.Review(Board("The best coffee in town"), null).Warnings);
        Assert.Null(AdLaw.Review(Board("A cold beer"), null).Storyboard.Legal);
    }

    [Fact]
    public void Legal_lines_are_in_the_language_of_the_video_and_not_said_twice()
    {
        Assert.Equal("过量饮酒有害健康，未成年人请勿饮酒。", AdLaw.Review(Board("窖藏白酒") with { Language = "zh" }, ["cn"]).Storyboard.Legal);
        Assert.Equal("Sulphites. Please drink responsibly. 21 and over.", AdLaw.Review(Board("A dry wine") with { Legal = "Sulphites." }, ["eu", "us-ny"]).Storyboard.Legal);

        var said = Board("A dry wine") with { Legal = "Please drink responsibly" };
        Assert.Same(said, AdLaw.Review(said, ["eu"]).Storyboard);
    }

    [Fact]
    public void A_line_for_which_there_is_no_room_is_told()
    {
        var full = Board("A dry wine") with { Legal = new string('x', 290) };
        var review = AdLaw.Review(full, ["eu"]);

        Assert.Same(full, review.Storyboard);
        Assert.Contains("no room for the legal line", Assert.Single(review.Warnings));
    }

    [Fact]
    public void A_former_price_and_a_rating_are_known_by_where_they_stand()
    {
        var board = Board("Soft and light") with { EndCard = new EndCard { Title = "Shirt", Price = "€20", Was = "€30", Rating = new Rating(4.5, "4.5 (12)") } };

        Assert.Contains(AdLaw.Review(board, ["eu"]).Warnings, told => told.Contains("98/6/EC", StringComparison.Ordinal));
        Assert.Contains(AdLaw.Review(board, ["us-ny"]).Warnings, told => told.Contains("16 CFR 465", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_topic_has_rules_and_words_and_every_rule_a_known_market_a_law_and_a_remedy_or_line()
    {
        var markets = LabelTable.Built.Names.Append("all").ToList();
        Assert.All(AdLawBook.BuiltIn.Rules, rule =>
        {
            Assert.All(rule.Markets, market => Assert.Contains(market, markets));
            Assert.NotEmpty(rule.Law);
            Assert.Equal(rule.Outcome == AdOutcome.Line, rule.Remedy.Length == 0 && rule.English.Length > 0 && rule.Chinese.Length > 0);
            Assert.Contains(rule.Topic, AdLawBook.BuiltIn.Topics);
        });
        Assert.All(AdLawBook.BuiltIn.Topics, topic => Assert.Contains(AdLawBook.BuiltIn.Rules, rule => rule.Topic == topic));
    }

    private static Storyboard Board(string line) => new()
    {
        Title = "T",
        Cast = [new Subject { Id = "it", Name = "best vodka", Form = Form.Card }],
        Shots = [new Shot { Id = "one", Seconds = 3, Subjects = ["it"], Line = line }],
    };
}
