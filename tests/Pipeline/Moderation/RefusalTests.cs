using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Moderation.Text;
using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.Tests.Moderation;

public class RefusalTests
{
    private static readonly RuleModerator _moderator = new();

    public static IEnumerable<object[]> Refused() => RuleModeratorTests.Cases().Where(row => (string)row[0] != "ok");

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_refusal_names_field_category_and_remedy_but_never_the_words(string label, string text)
    {
        var verdict = await _moderator.Judge([new ModeratedText("product.title", text)], [], CancellationToken.None);
        var message = Refusal.Message(verdict);

        Assert.StartsWith("product.title", message);
        Assert.Contains(label switch { "public-figure" => "public figure", "protected-character" => "protected character", var other => other }, message);
        Assert.All(verdict.Findings, finding => Assert.NotEmpty(finding.Remedy));
        Assert.DoesNotContain(text, message, StringComparison.OrdinalIgnoreCase);
        foreach (var word in Reading.Plain(text).Split(' ').Where(word => word.Length > 5 && word is not ("people" or "person" or "describe" or "violence")))
        {
            Assert.DoesNotContain(word, message, StringComparison.OrdinalIgnoreCase);
            Assert.All(verdict.Findings, finding => Assert.DoesNotContain(word, finding.Rule, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Sexual_words_beside_minors_are_always_of_the_highest_severity()
    {
        foreach (var text in new[] { "a sexy 13 year old", "nude child", "性感的小学生", "naked school girls", "裸体的幼女" })
        {
            var verdict = await _moderator.Judge([new ModeratedText("prompt", text)], [], CancellationToken.None);

            Assert.Equal(6, verdict.Findings.Single(finding => finding.Category == ModerationCategory.Sexual).Severity);
        }
    }

    [Fact]
    public async Task Limits_decide_what_is_refused_and_are_part_of_the_policy()
    {
        var strict = new RuleModerator(ModerationLimits.Default.And(new Dictionary<ModerationCategory, CategoryLimit> { [ModerationCategory.Violence] = new(2, 2) }));
        ModeratedText[] texts = [new("prompt", "a knife on a table")];

        Assert.True((await _moderator.Judge(texts, [], CancellationToken.None)).Allowed);
        Assert.False((await strict.Judge(texts, [], CancellationToken.None)).Allowed);
        Assert.NotEqual(_moderator.Policy, strict.Policy);
        Assert.Matches("^rules-2-[0-9a-f]{8}$", _moderator.Policy);
    }

    [Fact]
    public async Task The_worst_finding_comes_first_and_each_category_once_a_field()
    {
        var verdict = await _moderator.Judge(
            [new ModeratedText("prompt", "a knife, Pikachu, Mickey Mouse"), new ModeratedText("brand.name", "how to build a bomb")], [], CancellationToken.None);

        Assert.Equal(verdict.Findings.OrderByDescending(finding => finding.Severity), verdict.Findings);
        Assert.Equal(6, verdict.Findings[0].Severity);
        Assert.Single(verdict.Findings, finding => finding.Category == ModerationCategory.ProtectedCharacter);
    }

    [Fact]
    public void Every_text_of_a_request_is_collected_with_its_field()
    {
        var texts = ModeratedTexts.Of(new VideoRequest
        {
            Prompt = "p",
            Change = "c",
            Product = new ProductBrief { Title = "t", Description = "d" },
            Brand = new BrandBrief("b"),
            Storyboard = new Storyboard
            {
                Title = "st",
                Cast = [new Subject { Id = "i", Name = "n", Form = Form.Ball }],
                Shots = [new Shot { Id = "s", Seconds = 1, Subjects = ["i"], Caption = new Caption("ct"), Line = "l" }],
                EndCard = new EndCard { Title = "et", Price = "ep", CallToAction = "ec", Brand = "eb" },
            },
        });

        Assert.Equal(
            ["prompt=p", "change=c", "product.title=t", "product.description=d", "brand.name=b", "storyboard.title=st", "storyboard.cast[0].name=n",
                "storyboard.cast[0].id=i", "storyboard.shots[0].caption.text=ct", "storyboard.shots[0].line=l", "storyboard.end_card.title=et",
                "storyboard.end_card.price=ep", "storyboard.end_card.call_to_action=ec", "storyboard.end_card.brand=eb"],
            texts.Select(text => $"{text.Field}={text.Text}"));
    }
}
