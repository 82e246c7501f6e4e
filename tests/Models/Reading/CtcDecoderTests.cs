using SoraFunctions.Models.Reading;

namespace SoraFunctions.Models.Tests.Reading;

public class CtcDecoderTests
{
    private readonly CtcDecoder _decoder = new(["a", "b"]);

    [Theory]
    [InlineData("", "")]
    [InlineData("---", "")]
    [InlineData("aab", "ab")]
    [InlineData("a-ab", "aab")]
    [InlineData("-a b-", "a b")]
    public void Repeats_are_one_and_blanks_part_them(string steps, string text) => Assert.Equal(text, _decoder.Decode(Steps(steps)).Text);

    [Fact]
    public void Confidence_is_the_mean_of_the_characters() =>
        Assert.Equal(0.7f, _decoder.Decode([0.1f, 0.9f, 0, 0, 1, 0, 0, 0, 0.2f, 0.2f, 0.5f, 0.1f]).Confidence, 1e-6f);

    private static float[] Steps(string steps) => [.. steps.SelectMany(step => "-ab ".Select(one => one == step ? 1f : 0f))];
}
