using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Models.Graphs;
using SoraFunctions.Models.Tests.Tokenisers;
using SoraFunctions.Models.Tokenisers;

namespace SoraFunctions.Models.Tests.Packages;

public sealed class DamagedFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_graph_with_any_bytes_changed_is_read_or_refused() =>
        ForAnyDamage(SmallPackage.Denoiser().Model(17), bytes =>
        {
            File.WriteAllBytes(_folder.File("model.onnx"), bytes);
            OnnxHeaderReader.Read(_folder.File("model.onnx"));
        });

    [Fact]
    public void A_SentencePiece_model_with_any_bytes_changed_is_read_or_refused() =>
        ForAnyDamage(Vocabularies.Small(false), bytes =>
            new SentencePieceTokeniser(SentencePieceModel.Read(bytes), new([], [], 0)).Encode("a photo 今天 🐱"));

    [Fact]
    public void A_table_of_normalisation_with_any_bytes_changed_is_followed_or_refused()
    {
        var albert = Vocabularies.Albert with { Pieces = [.. Vocabularies.Albert.Pieces.Take(100)] };
        // The first units of the trie are on the way of every look-up.
        var start = albert.CharacterMap[..4096];
        ForAnyDamage(start, bytes =>
            new SentencePieceTokeniser(albert with { CharacterMap = [.. bytes, .. albert.CharacterMap.Skip(start.Length)] }, new([], [], 0)).Encode("ＦＵＬＬ ½ e\u0301 🐱"));
    }

    [Fact]
    public void A_tokenizer_json_with_any_bytes_changed_is_read_or_refused() =>
        ForAnyDamage(Encoding.UTF8.GetBytes("""
            {"added_tokens":[{"id":0,"content":"<pad>"}],
             "normalizer":{"type":"Sequence","normalizers":[{"type":"NFKC"},{"type":"Replace","pattern":{"Regex":" {2,}"},"content":" "},{"type":"Strip","strip_left":true,"strip_right":true}]},
             "pre_tokenizer":{"type":"Metaspace","replacement":"▁","prepend_scheme":"always","split":true},
             "post_processor":{"type":"TemplateProcessing","single":[{"Sequence":{"id":"A"}},{"SpecialToken":{"id":"</s>"}}],"special_tokens":{"</s>":{"ids":[1]}}},
             "model":{"type":"Unigram","unk_id":2,"vocab":[["<pad>",0],["</s>",0],["<unk>",0],["▁a",-1.5],["▁",-2],["a",-3]]}}
            """), bytes =>
        {
            File.WriteAllBytes(_folder.File("tokenizer.json"), bytes);
            TokeniserFolder.Open(Path.GetDirectoryName(_folder.File("tokenizer.json"))!).Encode("a b a");
        });

    // Up to three bytes changed, and perhaps the end cut off.
    private static void ForAnyDamage(byte[] whole, Action<byte[]> read)
    {
        var damage = from places in Gen.Choose(0, whole.Length - 1).ArrayOf(3)
                     from values in Gen.Choose(0, 255).ArrayOf(3)
                     from cut in Gen.Frequency((3, Gen.Constant(whole.Length)), (1, Gen.Choose(0, whole.Length)))
                     select (places, values, cut);
        Prop.ForAll(damage.ToArbitrary(), one =>
        {
            byte[] bytes = [.. whole];
            foreach (var (place, value) in one.places.Zip(one.values))
                bytes[place] = (byte)value;
            try
            {
                read(bytes[..one.cut]);
            }
            catch (Exception exception) when (exception is InvalidDataException or NotSupportedException)
            {
                Assert.NotEmpty(exception.Message);
            }
        }).QuickCheckThrowOnFailure();
    }
}
