using SoraFunctions.Contract.Speech;
using SoraFunctions.Media.Sound.Speech;

namespace SoraFunctions.Media.Tests.Sound.Speech;

public sealed class EmbeddedVoiceTests
{
    [Theory]
    [InlineData("en", "Fresh coffee, roasted this morning. Only $29.99!")]
    [InlineData("en-GB", "Fresh coffee, roasted this morning. Only £29.99!")]
    [InlineData("zh-CN", "手工陶瓷，每一件都独一无二。只要199元，SORA 手机！")]
    [InlineData("es", "Café fresco, tostado esta mañana. Solo 29,99 €.")]
    [InlineData("fr", "Un café frais, torréfié ce matin. Pour 29,99 € : 20 % de réduction.")]
    [InlineData("de", "Frischer Kaffee, heute Morgen geröstet. Nur 29,99 €.")]
    [InlineData("pt-BR", "Café fresco, torrado esta manhã. Por R$ 29,99.")]
    [InlineData("ja", "京都で生まれた香りは、あなたへ。今だけ1,980円。")]
    [InlineData("ko", "오늘 아침에 볶은 신선한 커피. 지금 12,000원!")]
    public async Task Each_language_is_spoken_at_about_the_length_that_is_reckoned_with(string language, string text)
    {
        List<string> warnings = [];
        var utterance = Utterance.Of(text, language);
        var said = await EmbeddedVoice.Speak(utterance, warnings, default);

        Assert.Empty(warnings);
        Assert.InRange(said.Seconds / SpeechLength.Seconds(text, language), 0.8, 1.25);
        Assert.Equal(utterance.Words.Select(word => word.Shown), said.Words.Select(word => word.Text));
        Assert.All(said.Words.Zip(said.Words.Skip(1)), pair => Assert.True(pair.First.From <= pair.First.To && pair.First.To <= pair.Second.From + 1e-9));
    }

    [Fact]
    public async Task A_faster_rate_takes_less_time()
    {
        var usual = Utterance.Of("Frischer Kaffee, heute Morgen geröstet.", "de");
        var said = await EmbeddedVoice.Speak(usual, [], default);
        var fast = await EmbeddedVoice.Speak(usual with { Rate = 1.2 }, [], default);

        Assert.InRange(said.Seconds / fast.Seconds, 1.1, 1.3);
    }

    [Fact]
    public async Task Women_and_men_sound_different()
    {
        var words = Utterance.Of("Guten Morgen", "de");
        var female = await EmbeddedVoice.Speak(words with { Voice = "female" }, [], default);
        var male = await EmbeddedVoice.Speak(words with { Voice = "male" }, [], default);

        Assert.NotEqual(female.Samples, male.Samples);
    }

    [Fact]
    public async Task The_same_words_give_the_same_sound()
    {
        var words = Utterance.Of("Salt & light", "en");
        Assert.Equal((await EmbeddedVoice.Speak(words, [], default)).Samples, (await EmbeddedVoice.Speak(words, [], default)).Samples);
    }

    [Fact]
    public void Japanese_is_read_with_its_particles_and_long_vowels() =>
        Assert.Equal("トーキョーノ カオリワ、 アナタエ。", Kana.Of("東京の香りは、あなたへ。"));
}
