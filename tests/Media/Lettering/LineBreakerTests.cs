using SoraFunctions.Media.Lettering;

namespace SoraFunctions.Media.Tests.Lettering;

public sealed class LineBreakerTests
{
    [Fact]
    public void Lines_are_of_even_length_and_small_words_stand_with_what_follows() =>
        Assert.Equal(["hand thrown", "and glazed twice"], LineBreaker.Break("hand thrown and glazed twice", text => text.Length, 24));

    [Fact]
    public void Chinese_breaks_where_the_sense_does() =>
        Assert.Equal(["清晨，", "一杯慢下来的时光"], LineBreaker.Break("清晨，一杯慢下来的时光", text => text.Length, 8));

    [Fact]
    public void No_line_begins_with_a_closing_mark()
    {
        var lines = LineBreaker.Break("手工陶瓷每一只都独一无二（限量）。", text => text.Length, 5);
        Assert.DoesNotContain(lines, line => "，。）".Contains(line[0]));
        Assert.Equal("手工陶瓷每一只都独一无二（限量）。", string.Concat(lines));
    }

    [Theory]
    [InlineData("The Dawn Stoneware Cup", 14, "The Dawn|Stoneware Cup")]
    [InlineData("Every sip of coffee takes its time", 24, "Every sip of coffee|takes its time")]
    [InlineData("Kaffee wie am ersten Morgen", 18, "Kaffee wie|am ersten Morgen")]
    [InlineData("每一滴都是清晨的味道", 6, "每一滴都是|清晨的味道")]
    [InlineData("第一缕阳光落在温润的釉面上", 8, "第一缕阳光落|在温润的釉面上")]
    [InlineData("限时优惠仅需29元起送", 7, "限时优惠仅需|29元起送")]
    [InlineData("Stride One 跑鞋", 10, "Stride One|跑鞋")]
    [InlineData("全新 Stride One 跑鞋上市", 14, "全新 Stride One|跑鞋上市")]
    [InlineData("朝の光がやわらかな釉薬に落ちると", 9, "朝の光がやわらかな|釉薬に落ちると")]
    [InlineData("手仕事の陶器カップをどうぞ", 8, "手仕事の陶器|カップをどうぞ")]
    [InlineData("매일 아침을 위한 도자기 컵", 9, "매일 아침을|위한 도자기 컵")]
    [InlineData("مصنوع يدويًا ومطلي مرتين لا يشبه أي كوب آخر", 26, "مصنوع يدويًا ومطلي|مرتين لا يشبه أي كوب آخر")]
    public void Lines_end_where_they_read_best(string text, int limit, string lines) =>
        Assert.Equal(lines.Split('|'), LineBreaker.Break(text, piece => piece.Length, limit));

    [Theory]
    [InlineData("en", "The quick, brown (and rather lazy) fox: it jumps over $29.99 worth of dogs!")]
    [InlineData("zh", "全新“清晨”系列（限量版），现价￥299起；每一只都独一无二！")]
    [InlineData("ja", "「あさひ」のカップは、ひとつひとつ手でろくろを回し、二度焼きました。ちょっと贅沢。")]
    public void No_line_begins_or_ends_with_the_wrong_mark_at_any_width(string language, string text)
    {
        for (var limit = 8; limit < 40; limit++)
        {
            var lines = LineBreaker.Break(text, piece => piece.Length, limit);
            Assert.Equal(text.Replace(" ", ""), string.Concat(lines).Replace(" ", ""));
            Assert.All(lines, line => Assert.DoesNotContain(line[0], "，。、；！？：）”」ーっょ,.!?:)"));
            Assert.All(lines, line => Assert.DoesNotContain(line[^1], "（“「￥$("));
            Assert.True(language == "en" || lines.All(line => line.Length <= limit + 2));
        }
    }

    [Fact]
    public void No_short_word_is_left_alone_on_the_last_line() =>
        Assert.Equal(["a lovely", "cup of tea"], LineBreaker.Break("a lovely cup of tea", text => text.Length, 16));

    [Fact]
    public void Word_that_is_too_long_stays_whole() =>
        Assert.Equal(["a", "incomprehensible", "b"], LineBreaker.Break("a incomprehensible b", text => text.Length, 6));
}
