using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Moderation.Rules;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Tests.Moderation;

/// <summary>Private persons by name, and what only looks like one.</summary>
public class PrivateNameTests
{
    [Theory]
    [InlineData("my colleague Anna Schmidt drinks coffee")]
    [InlineData("A birthday film for my friend, Jean-Luc Martin")]
    [InlineData("my old neighbour called Tom O'Brien mows the lawn")]
    [InlineData("张伟在喝咖啡")]
    [InlineData("下雨天，李秀英坐在窗边")]
    [InlineData("我同事李雷在开会")]
    [InlineData("我的老师叫王小波")]
    public async Task Private_person_by_name_is_refused_with_what_would_be_accepted(string prompt)
    {
        var verdict = await new RuleModerator().Judge([new ModeratedText("prompt", prompt)], [], default);
        Assert.Equal(ModerationOutcome.Refuse, verdict.Outcome);
        var finding = Assert.Single(verdict.Findings, finding => finding.Category == ModerationCategory.PrivatePerson);
        Assert.Contains("consent", finding.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("prompt", "a gift for my wife, who loves Paris")]
    [InlineData("prompt", "my friend Emma drinks coffee")]
    [InlineData("prompt", "Anna Schmidt, cosmetics from Vienna")]
    [InlineData("prompt", "my colleague opens the box")]
    [InlineData("product.description", "My wife Anna Schmidt loves it")]
    [InlineData("prompt", "马儿在草地上奔跑")]
    [InlineData("prompt", "白云在飘，高楼在发光")]
    [InlineData("prompt", "我朋友高兴地拆开盒子")]
    [InlineData("prompt", "张开双臂在海边奔跑")]
    [InlineData("prompt", "林间小路，周末在咖啡馆")]
    [InlineData("prompt", "我同事在喝咖啡")]
    public async Task What_only_looks_like_a_name_is_allowed(string field, string text) =>
        Assert.DoesNotContain(
            (await new RuleModerator().Judge([new ModeratedText(field, text)], [], default)).Findings, finding => finding.Category == ModerationCategory.PrivatePerson);

    [Theory]
    [InlineData("my colleague Anna Schmidt drinks coffee", "Anna Schmidt", false)]
    [InlineData("张伟在喝咖啡", "张伟", false)]
    [InlineData("my colleague Anna Schmidt and my boss Otto Maier", "Anna Schmidt", true)]
    public void Who_has_agreed_may_be_named_and_nobody_else(string prompt, string name, bool refused)
    {
        var picture = new Picture(new BlobRef("t/c.png", new string('b', 64), 1000, "image/png"), 300, 600);
        var text = ModeratedTexts.Of(new VideoRequest { Prompt = prompt, Characters = [new Character("char_1", name, picture, Person: true)] })[0];

        Assert.Equal(refused, PrivateNames.In(text));
        Assert.True(PrivateNames.In(new ModeratedText("prompt", prompt)));
    }
}
