using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Commerce.Links;

namespace SoraFunctions.Commerce.Tests;

public sealed class LinkCodeTests
{
    [Fact]
    public void Code_is_the_same_on_every_call_and_every_machine() => Assert.Equal("wbac0bxmjp", LinkCode.Of("acme", "video_68d7512d07848190b3e45da0ecbebcde"));

    [Fact]
    public void Code_is_ten_characters_that_survive_urls_and_stripe() => Check.QuickThrowOnFailure(Prop.ForAll<NonEmptyString, NonEmptyString>(
        (tenant, video) => LinkCode.Of(tenant.Get, video.Get) is { Length: 10 } code && code.All(letter => char.IsAsciiDigit(letter) || char.IsAsciiLetterLower(letter))));

    [Fact]
    public void Tenants_videos_and_attempts_do_not_share_codes()
    {
        string[] codes = [LinkCode.Of("a", "bc"), LinkCode.Of("ab", "c"), LinkCode.Of("a", "bd"), LinkCode.Of("a", "bc", 1)];
        Assert.Equal(4, codes.Distinct().Count());
    }

    [Fact]
    public void Code_is_read_back_however_it_was_typed() => Check.QuickThrowOnFailure(Prop.ForAll<NonEmptyString>(video =>
    {
        var code = LinkCode.Of("t", video.Get);
        var typed = $"{code[..5]}-{code[5..]}".ToUpperInvariant().Replace('0', 'O').Replace('1', 'l');
        return LinkCode.Read(typed) == code && LinkCode.Read(code) == code;
    }));

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("0123456789a")]
    [InlineData("012345678u")]
    [InlineData("012345678/")]
    [InlineData("０１２３４５６７８９")]
    public void What_is_no_code_is_not_read(string typed) => Assert.Null(LinkCode.Read(typed));
}
