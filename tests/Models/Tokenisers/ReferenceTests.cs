using System.Text.Json;
using SoraFunctions.Models.Tokenisers;

namespace SoraFunctions.Models.Tests.Tokenisers;

/// <summary>
/// recorded.json holds ids that other implementations gave for the vocabularies of <see cref="Vocabularies"/>: the SentencePiece library 0.1.97
/// for the .model files; Hugging Face's tokenizers (Rust, by the npm package @anush008/tokenizers 0.6.0) for tokenizer.json, CLIP's with the steps
/// of openai/clip-vit-large-patch14.
/// </summary>
public class ReferenceTests
{
    [Theory]
    [InlineData("small")]
    [InlineData("small with bytes")]
    [InlineData("clean_30k")]
    [InlineData("smart")]
    [InlineData("words json")]
    [InlineData("metaspace json")]
    [InlineData("clip")]
    public void Ids_equal_the_reference(string vocabulary)
    {
        var tokeniser = Vocabularies.Get(vocabulary);
        foreach (var recorded in Vocabularies.Recorded)
        {
            var text = recorded.GetProperty("text").GetString()!;
            var expected = string.Join(' ', recorded.GetProperty(vocabulary).EnumerateArray());
            Assert.Equal((text, expected), (text, string.Join(' ', tokeniser.Encode(text))));
        }
    }

    [Fact]
    public void Clip_gives_the_ids_that_others_published()
    {
        var clip = Vocabularies.Get("clip");
        // From the unit tests of apple/ml-stable-diffusion.
        Assert.Equal(
            [49406, 320, 1125, 539, 550, 18376, 6765, 320, 4558, 525, 7496, 49407],
            TokenSequence.Of(clip, "a photo of an astronaut riding a horse on mars", 12).Ids);
        // The well-known padding of Stable Diffusion 1: the end token up to 77.
        var cat = TokenSequence.Of(clip, "a photo of a cat", 77);
        Assert.Equal([49406, 320, 1125, 539, 320, 2368, 49407, 49407], cat.Ids[..8]);
        Assert.All(cat.Ids[7..], id => Assert.Equal(49407, id));
        Assert.Equal((77, 7, 0), (cat.Ids.Length, cat.Used, cat.Cut));
    }
}
