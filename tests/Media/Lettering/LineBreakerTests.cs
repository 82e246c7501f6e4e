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

    [Fact]
    public void Word_that_is_too_long_stays_whole() =>
        Assert.Equal(["a", "incomprehensible", "b"], LineBreaker.Break("a incomprehensible b", text => text.Length, 6));
}
