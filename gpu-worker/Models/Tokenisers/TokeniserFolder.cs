using System.Text.Json;

namespace SoraFunctions.Models.Tokenisers;

/// <summary>Opens the tokenizer folder of a model package, whichever of the usual files it has.</summary>
public static class TokeniserFolder
{
    private const string PadOfT5 = "<pad>", EndOfT5 = "</s>";

    /// <summary>
    /// The tokeniser of a folder: from tokenizer.json (Unigram or CLIP), or a SentencePiece .model file (with T5's end token), or
    /// vocab.json and merges.txt (CLIP).
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="NotSupportedException">It holds a tokeniser of another kind; the message names what is not known.</exception>
    /// <exception cref="InvalidDataException">A file is damaged or missing; the message says which.</exception>
    public static ITokeniser Open(string folder)
    {
        var pad = PadToken(folder);
        var json = Path.Combine(folder, "tokenizer.json");
        var vocabulary = Path.Combine(folder, "vocab.json");
        var merges = Path.Combine(folder, "merges.txt");
        try
        {
            if (File.Exists(json))
                return OfJson(Root(json), pad);
            if (Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.model").Order(StringComparer.Ordinal).FirstOrDefault() is { } model)
                return OfModel(SentencePieceModel.Read(File.ReadAllBytes(model)), pad);
            if (File.Exists(vocabulary) && File.Exists(merges))
                return OfClip(ClipVocabulary.Read(Root(vocabulary), File.ReadLines(merges)), pad);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException
            or ArgumentException or IndexOutOfRangeException)
        {
            throw new InvalidDataException($"the tokenizer's files are damaged: {exception.Message}", exception);
        }
        throw new InvalidDataException("there is neither tokenizer.json nor a SentencePiece .model file nor vocab.json with merges.txt");
    }

    /// <summary>The longest sequence that the folder's tokenizer_config.json names; null where it names none.</summary>
    public static int? MaxLength(string folder) =>
        Config(folder, "tokenizer_config.json") is { } config && config.TryGetProperty("model_max_length", out var length)
            && length.ValueKind == JsonValueKind.Number && length.TryGetInt32(out var number) ? number : null;

    private static ITokeniser OfJson(JsonElement root, string? pad)
    {
        var model = root.GetProperty("model");
        if (model.TryGetProperty("merges", out _))
            return OfClip(ClipVocabulary.Read(root), pad);
        var added = new AddedTokens(root);
        return new TokenizerJsonTokeniser(root, added.Find(pad ?? PadOfT5) ?? 0);
    }

    private static SentencePieceTokeniser OfModel(SentencePieceModel model, string? pad)
    {
        int? Find(string text) => model.Pieces.Index().Where(one => one.Item.Text == text).Select(one => (int?)one.Index).FirstOrDefault();
        var end = Find(EndOfT5) ?? throw new InvalidDataException($"the SentencePiece model has no end token {EndOfT5}");
        return new(model, new([], [end], Find(pad ?? PadOfT5) ?? 0));
    }

    private static ClipTokeniser OfClip(ClipVocabulary vocabulary, string? pad) =>
        new(vocabulary, pad is not null && vocabulary.Ids.TryGetValue(pad, out var id) ? id : null);

    // A token is written as its text or as an object that holds it.
    private static string? PadToken(string folder)
    {
        foreach (var name in new[] { "tokenizer_config.json", "special_tokens_map.json" })
            if (Config(folder, name) is { } config && config.TryGetProperty("pad_token", out var token) && token.ValueKind != JsonValueKind.Null)
                return token.ValueKind == JsonValueKind.Object ? token.GetProperty("content").GetString() : token.GetString();
        return null;
    }

    private static JsonElement? Config(string folder, string name) =>
        File.Exists(Path.Combine(folder, name)) ? Root(Path.Combine(folder, name)) : null;

    private static JsonElement Root(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return document.RootElement.Clone();
    }
}
