using System.Text.Json;
using System.Text.RegularExpressions;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Pipeline.Verifications;

namespace SoraFunctions.Api.Tests.Verify;

public sealed partial class VerifyPageTests(SharedHost shared) : IClassFixture<SharedHost>
{
    [Theory]
    [InlineData("en-GB", "en", "Where does this video come from?")]
    [InlineData("zh-Hans-CN,en;q=0.5", "zh", "这段视频从何而来？")]
    [InlineData("de", "en", "Where does this video come from?")]
    public async Task Page_speaks_the_readers_language(string accepted, string language, string title)
    {
        var page = await Page(accepted);
        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.Contains($"<h1>{title}</h1>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_asks_nobody_else_for_anything_and_may_not()
    {
        using var answer = await shared.Host.NewClient(null).GetAsync("/verify");
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotMatch(Elsewhere(), await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Every_language_has_every_word()
    {
        var words = await Task.WhenAll(new[] { "en", "zh" }.Select(async language =>
            JsonElement.Parse(Words().Match(await Page(language)).Groups[1].Value)));
        Assert.Equal(Names(words[0]), Names(words[1]));
        Assert.All(words, language => Assert.Equal(
            Enum.GetValues<SignatureEvidence>().Select(value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString())).Order(),
            language.GetProperty("signatures").EnumerateObject().Select(pair => pair.Name).Order()));
    }

    private async Task<string> Page(string accepted)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/verify") { Headers = { { "Accept-Language", accepted } } };
        using var answer = await shared.Host.NewClient(null).SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    private static IEnumerable<string> Names(JsonElement words) => words.EnumerateObject().Select(pair => pair.Name);

    [GeneratedRegex("""(src|href|action)="[^#]|url\(|@import|https?://(?!")""")]
    private static partial Regex Elsewhere();

    [GeneratedRegex("""<script type="application/json" id="words">(.*?)</script>""", RegexOptions.Singleline)]
    private static partial Regex Words();
}
