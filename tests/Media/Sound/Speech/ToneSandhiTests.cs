using SoraFunctions.Media.Sound.Speech;

namespace SoraFunctions.Media.Tests.Sound.Speech;

/// <summary>Tones of 不 and 一 before others.</summary>
public sealed class ToneSandhiTests
{
    [Theory]
    [InlineData("这不是一个", "ts.'o-51_| p'u51_| s.'i.51_| j'i55_| ko-22_|", "这bu2是yi2个")]
    [InlineData("不好", "p'u51_| X'Au214_|", "不好")]
    [InlineData("一起", "j'i55_| tS;h'i214_|", "yi4起")]
    [InlineData("一百元", "j'i55_| p'ai21_| 'y&35n_|", "yi4百元")]
    [InlineData("第一次", "t'i51_| j'i55_| tsh'i[51_|", "第一次")]
    [InlineData("十一月", "s.'i.35_| j'i55_| 'yE51_|", "十一月")]
    [InlineData("不，会", "p'u51_|\n X'uei51_|", "不，会")]
    [InlineData("不会", "p'u51_|", "不会")]
    public void Characters_that_change_are_said_in_pinyin(string text, string phonemes, string said) => Assert.Equal(said, ToneSandhi.Apply(text, phonemes));

    [Theory]
    [InlineData("不会", true)]
    [InlineData("不，会", false)]
    [InlineData("好的", false)]
    public void Nothing_is_asked_for_what_does_not_change(string text, bool concerns) => Assert.Equal(concerns, ToneSandhi.Concerns(text));
}
