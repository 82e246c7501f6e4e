using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Media.Lettering;

namespace SoraFunctions.Media.Tests.Lettering;

public sealed class InkTests
{
    [Fact]
    public void Black_on_white_has_the_contrast_of_the_standard() => Assert.Equal(21, new Ink(0, 0, 0).Contrast(Ink.White), 6);

    [Fact]
    public void Any_colour_can_be_made_to_carry_words() => Prop.ForAll<byte, byte, byte>((r, g, b) =>
    {
        var colour = new Ink(r, g, b);
        return colour.MadeFor(Ink.White, 4.5).Contrast(Ink.White) >= 4.5 && colour.MadeFor(Ink.Dark, 4.5).Contrast(Ink.Dark) >= 4.5
            && colour.MadeFor(colour.Readable, 7).Contrast(colour.Readable) >= 7;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_colour_is_written_as_it_is_read() => Assert.Equal("#0a10ff", Ink.Parse("#0A10ff").ToString());

    [Theory]
    [InlineData("red")]
    [InlineData("#12345")]
    [InlineData("#gg0000")]
    public void What_is_no_colour_is_refused(string text) => Assert.Throws<FormatException>(() => Ink.Parse(text));
}
