using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Pipeline.Moderation;

namespace SoraFunctions.Pipeline.Tests.Moderation;

public class ModerationPropertyTests
{
    private static readonly RuleModerator _moderator = new();
    private static readonly char[] _invisible = ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\ufe0f'];
    private static readonly string[] _texts = [.. RuleModeratorTests.Cases().Select(row => (string)row[1])];

    [Fact]
    public void Nothing_throws_whatever_the_text()
    {
        Prop.ForAll(
            ArbMap.Default.ArbFor<char[]>(),
            characters => Judge(new string(characters)).Policy == _moderator.Policy).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void Invisible_characters_never_change_a_verdict()
    {
        var cases =
            from text in Gen.Elements(_texts)
            from places in Gen.Choose(0, 100).ListOf()
            from invisible in Gen.Elements(_invisible)
            select (text, places, invisible);

        Prop.ForAll(cases.ToArbitrary(), given =>
        {
            var hidden = given.places.Aggregate(given.text, (text, place) => Insert(text, place, given.invisible));
            Assert.Equal(Summary(given.text), Summary(hidden));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void Letter_case_never_changes_a_refusal()
    {
        Assert.All(_texts, text => Assert.Equal(Judge(text.ToLowerInvariant()).Allowed, Judge(text.ToUpperInvariant()).Allowed));
    }

    [Fact]
    public void Harmless_words_around_it_hide_nothing()
    {
        Assert.All(
            RuleModeratorTests.Cases().Where(row => (string)row[0] != "ok"),
            row => Assert.False(Judge($"A bottle turns on marble. {row[1]}. Warm light, close-up. 柔光，特写。").Allowed));
    }

    [Fact]
    public void Texts_of_the_longest_length_are_judged()
    {
        var longest = string.Concat(Enumerable.Repeat("A red b4ll bounces, k i n d of soft li.ght 红球落下。", 800))[..31_900];

        Assert.True(Judge(longest).Allowed);
        Assert.False(Judge(longest + " hardcore porn").Allowed);
    }

    private static ModerationVerdict Judge(string text) =>
        _moderator.Judge([new ModeratedText("prompt", text)], [], CancellationToken.None).GetAwaiter().GetResult();

    private static string Summary(string text) =>
        string.Join(' ', Judge(text).Findings.Select(finding => $"{finding.Category}{finding.Severity}").Order());

    private static string Insert(string text, int place, char invisible)
    {
        var at = place * text.Length / 100;
        return at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? text : text.Insert(at, invisible.ToString());
    }
}
