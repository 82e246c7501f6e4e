using SoraFunctions.Models.Reading;

namespace SoraFunctions.Models.Tests.Reading;

public class LegibilityTests
{
    [Theory]
    [InlineData("AI generated", "shop nowAlgenerated", 1)]
    [InlineData("立即购买", "新品 立即购头 上市", 0.75)]
    [InlineData("sale", "xx sal", 0.75)]
    [InlineData("sale", "", 0)]
    [InlineData("", "anything", 1)]
    public void Words_are_looked_for_anywhere_in_what_was_read(string words, string read, float legibility) =>
        Assert.Equal(legibility, new TextReading([new(read, 1, new(0, 0, 1, 1, 0))], null).LegibilityOf(words));
}
