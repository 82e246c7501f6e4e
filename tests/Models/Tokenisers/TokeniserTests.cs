using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Models.Graphs;
using SoraFunctions.Models.Tokenisers;

namespace SoraFunctions.Models.Tests.Tokenisers;

public class TokeniserTests
{
    [Fact]
    public void A_sequence_is_cut_to_its_length_but_keeps_its_end()
    {
        var json = new TokenizerJsonTokeniser(Vocabularies.WordsJson(), 0);
        var whole = TokenSequence.Of(json, "a cat of a cat", 8);
        Assert.Equal([21, 2008, 16, 21, 2008, 3, 0, 0], whole.Ids);
        Assert.Equal([1, 1, 1, 1, 1, 1, 0, 0], whole.Mask);

        var cut = TokenSequence.Of(json, "a cat of a cat", 4);
        Assert.Equal([21, 2008, 16, 3], cut.Ids);
        Assert.Equal(2, cut.Cut);
        Assert.Throws<ArgumentOutOfRangeException>(() => TokenSequence.Of(json, "", 0));
    }

    [Theory]
    [InlineData("  a   cat\n\ton it ", "a cat on it")]
    [InlineData("salt &amp;amp; pepper &lt;3", "salt & pepper <3")]
    [InlineData("", "")]
    public void A_prompt_is_cleaned_of_entities_and_spaces(string prompt, string clean) => Assert.Equal(clean, PromptText.Clean(prompt));

    [Fact]
    public void Special_tokens_in_a_tokenizer_json_are_found_in_the_text()
    {
        var json = new TokenizerJsonTokeniser(Vocabularies.WordsJson(), 0);
        Assert.Equal([21, 4, 2008], json.Encode("a[MASK]cat"));
    }

    [Fact]
    public void Any_text_is_encoded_to_known_ids_without_an_error()
    {
        var tokenisers = new[] { "small with bytes", "clean_30k", "metaspace json", "clip" }.Select(Vocabularies.Get).ToArray();
        Prop.ForAll<string>(text =>
        {
            foreach (var tokeniser in tokenisers)
                Assert.All(tokeniser.Encode((text ?? "") + "\ud800 \udc00"), id => Assert.InRange(id, 0, 60000));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Text_is_spelt_in_bytes_where_no_piece_covers_it()
    {
        var ids = Vocabularies.Get("small with bytes").Encode("龘");
        Assert.Equal(Encoding.UTF8.GetBytes("龘").Select(value => value + 3), ids.Skip(1));
    }

    [Fact]
    public void Clip_reads_tokenizer_json_as_well_as_its_two_files()
    {
        var merges = Vocabularies.ClipMerges();
        var root = JsonSerializer.SerializeToElement(new
        {
            model = new { type = "BPE", end_of_word_suffix = "</w>", vocab = Vocabularies.ClipIds(merges), merges = merges.Select(merge => merge.Split(' ')) },
        });
        var clip = new ClipTokeniser(ClipVocabulary.Read(root), 0);
        Assert.Equal([49406, 320, 2368, 49407, 0, 0], TokenSequence.Of(clip, "A CAT", 6).Ids);
    }

    [Theory]
    [InlineData("""{"model":{"type":"WordPiece"}}""", "WordPiece")]
    [InlineData("""{"model":{"type":"Unigram","unk_id":0,"vocab":[["x",0]]},"normalizer":{"type":"BertNormalizer"},"pre_tokenizer":null}""", "BertNormalizer")]
    [InlineData("""{"model":{"type":"Unigram","unk_id":0,"vocab":[["x",0]]},"normalizer":null,"pre_tokenizer":{"type":"Digits"}}""", "Digits")]
    public void What_a_tokenizer_json_asks_for_and_is_not_known_is_named(string json, string named)
    {
        var thrown = Assert.Throws<NotSupportedException>(() => new TokenizerJsonTokeniser(JsonDocument.Parse(json).RootElement, 0));
        Assert.Contains(named, thrown.Message);
    }

    // Such a symbol would begin every text and never move on.
    [Fact]
    public void A_user_defined_symbol_without_a_text_is_refused()
    {
        var model = new ProtobufWriter()
            .Message(1, new ProtobufWriter().Text(1, "<unk>").Varint(3, (int)PieceKind.Unknown))
            .Message(1, new ProtobufWriter().Text(1, "").Varint(3, (int)PieceKind.UserDefined)).Bytes.ToArray();
        Assert.Throws<InvalidDataException>(() => SentencePieceModel.Read(model));
    }

    [Fact]
    public void A_damaged_model_is_refused()
    {
        var model = Vocabularies.Small(false);
        Assert.Throws<InvalidDataException>(() => SentencePieceModel.Read(model.AsSpan(..^3)));
        Assert.Throws<InvalidDataException>(() => SentencePieceModel.Read("hello, world"u8));
        Assert.Throws<InvalidDataException>(() => SentencePieceModel.Read([]));
        Assert.Throws<InvalidDataException>(() =>
            new SentencePieceTokeniser(Vocabularies.Albert with { CharacterMap = [255, 255, 0, 0, 1] }, new([], [], 0)));
    }
}
