using System.Text;
using System.Text.Json;

namespace SoraFunctions.Models.Tokenisers;

/// <summary>Encodes as the tokenizers library does with a tokenizer.json whose model is Unigram (T5, UMT5).</summary>
public sealed class TokenizerJsonTokeniser : ITokeniser
{
    private readonly AddedTokens _added;
    private readonly Func<string, string> _normalise;
    private readonly Func<IEnumerable<(string Word, bool First)>, IEnumerable<(string Word, bool First)>> _cut;
    private readonly UnigramVocabulary _vocabulary;

    /// <param name="root">The document.</param>
    /// <param name="pad">The id of the padding.</param>
    /// <exception cref="NotSupportedException">A part of it is not known; the message names it.</exception>
    /// <exception cref="InvalidDataException">A table is damaged.</exception>
    public TokenizerJsonTokeniser(JsonElement root, int pad)
    {
        var model = root.GetProperty("model");
        // Old files leave the type out; a list of pairs is a Unigram vocabulary all the same.
        if (model.TryGetProperty("type", out var type) && type.GetString() != "Unigram")
            throw new NotSupportedException($"the tokenizer's model is {type}; Unigram is known");
        Specials = TemplateOf(root, pad);
        _added = new(root);
        _normalise = TextSteps.Read(root.GetProperty("normalizer"));
        _cut = WordSteps.Read(root.GetProperty("pre_tokenizer"));
        var pieces = model.GetProperty("vocab").EnumerateArray().Select(pair => new Piece(pair[0].GetString()!, pair[1].GetSingle()));
        var byteFallback = model.TryGetProperty("byte_fallback", out var fallback) && fallback.GetBoolean();
        _vocabulary = new([.. pieces], model.GetProperty("unk_id").GetInt32(), byteFallback, false);
    }

    /// <inheritdoc/>
    public SpecialTokens Specials { get; }

    /// <inheritdoc/>
    public IReadOnlyList<int> Encode(string text)
    {
        var ids = new List<int>();
        var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)); // half characters become U+FFFD
        var first = true;
        foreach (var (id, part) in _added.Split(whole))
        {
            if (id is { } known)
                ids.Add(known);
            else
                foreach (var (word, _) in _cut([(_normalise(part), first)]))
                    _vocabulary.Encode(word, ids);
            first = false;
        }
        return ids;
    }

    // "single": a list of the sequence itself ("A") and special tokens around it.
    private static SpecialTokens TemplateOf(JsonElement root, int pad)
    {
        var (prefix, suffix) = (new List<int>(), new List<int>());
        if (!root.TryGetProperty("post_processor", out var processor) || processor.ValueKind == JsonValueKind.Null)
            return new(prefix, suffix, pad);
        if (processor.GetProperty("type").GetString() != "TemplateProcessing")
            throw new NotSupportedException($"the tokenizer's post_processor {processor.GetProperty("type")} is not known");
        var current = prefix;
        foreach (var item in processor.GetProperty("single").EnumerateArray())
            if (item.TryGetProperty("SpecialToken", out var special))
                current.AddRange(processor.GetProperty("special_tokens").GetProperty(special.GetProperty("id").GetString()!)
                    .GetProperty("ids").EnumerateArray().Select(id => id.GetInt32()));
            else
                current = suffix;
        return new(prefix, suffix, pad);
    }
}
