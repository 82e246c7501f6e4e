using System.Text.Json;
using SoraFunctions.Models.Tokenisers;

namespace SoraFunctions.Models.Tests.Tokenisers;

public sealed class TokeniserFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Root => Path.GetDirectoryName(_folder.File("x"))!;

    [Fact]
    public void A_SentencePiece_model_ends_a_text_as_T5_does()
    {
        File.WriteAllBytes(_folder.File("spiece.model"), Vocabularies.Small(false));
        Assert.Equal([4, 8, 1, 0], TokenSequence.Of(TokeniserFolder.Open(Root), "a cat", 4).Ids);
    }

    [Fact]
    public void A_tokenizer_json_comes_first_and_its_pad_token_is_looked_up()
    {
        File.WriteAllBytes(_folder.File("spiece.model"), Vocabularies.Small(false));
        File.WriteAllText(_folder.File("tokenizer.json"), Vocabularies.WordsJson().GetRawText());
        File.WriteAllText(_folder.File("special_tokens_map.json"), """{"pad_token":{"content":"[MASK]","lstrip":true}}""");
        Assert.Equal([21, 2008, 3, 4, 4], TokenSequence.Of(TokeniserFolder.Open(Root), "a cat", 5).Ids);
    }

    [Fact]
    public void The_two_files_of_CLIP_are_read_together()
    {
        var merges = Vocabularies.ClipMerges();
        File.WriteAllLines(_folder.File("merges.txt"), ["#version: 0.2", .. merges]);
        File.WriteAllText(_folder.File("vocab.json"), JsonSerializer.Serialize(Vocabularies.ClipIds(merges)));
        Assert.Equal([49406, 320, 2368, 49407, 49407], TokenSequence.Of(TokeniserFolder.Open(Root), "a cat", 5).Ids);
        File.WriteAllText(_folder.File("tokenizer_config.json"), """{"pad_token":"!","model_max_length":77}""");
        Assert.Equal([49406, 320, 2368, 49407, 0], TokenSequence.Of(TokeniserFolder.Open(Root), "a cat", 5).Ids);
        Assert.Equal(77, TokeniserFolder.MaxLength(Root));
    }

    [Fact]
    public void A_folder_without_a_tokeniser_or_with_a_damaged_one_says_so()
    {
        Assert.Contains("neither", Assert.Throws<InvalidDataException>(() => TokeniserFolder.Open(Root)).Message);
        File.WriteAllText(_folder.File("tokenizer.json"), "{");
        Assert.Contains("damaged", Assert.Throws<InvalidDataException>(() => TokeniserFolder.Open(Root)).Message);
        File.WriteAllText(_folder.File("tokenizer.json"), "{}");
        Assert.Contains("damaged", Assert.Throws<InvalidDataException>(() => TokeniserFolder.Open(Root)).Message);
    }
}
