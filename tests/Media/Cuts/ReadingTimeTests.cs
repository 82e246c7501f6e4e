using SoraFunctions.Media.Cuts;

namespace SoraFunctions.Media.Tests.Cuts;

public sealed class ReadingTimeTests
{
    [Theory]
    [InlineData("Hand thrown and glazed twice", 5)]
    [InlineData("每一滴都是清晨的味道", 5)]
    [InlineData("新品 Dawn 上市", 3)]
    [InlineData("— · —", 0)]
    [InlineData("朝を待つ", 2)]
    public void Two_characters_without_spaces_count_as_a_word(string text, double words) => Assert.Equal(words, ReadingTime.Words(text));

    [Fact]
    public void Each_word_takes_three_tenths_of_a_second_at_least()
    {
        Assert.Equal(1.5, ReadingTime.Least("Hand thrown and glazed twice"), 6);
        Assert.True(ReadingTime.Comfortable("Hand thrown and glazed twice") > 1.5);
        Assert.Equal(5.4, ReadingTime.OfTerms("Offer valid until 31 December while stocks last. Price excludes delivery. Terms."), 6);
        Assert.Equal(2.6, ReadingTime.OfTerms("While stocks last"), 6);
    }
}
