namespace SoraFunctions.Models.Tokenisers;

/// <summary>Encodes as the SentencePiece library does with a Unigram .model file (T5, UMT5).</summary>
public sealed class SentencePieceTokeniser : ITokeniser
{
    private readonly SentencePieceNormaliser _normaliser;
    private readonly UnigramVocabulary _vocabulary;

    /// <param name="model">The model.</param>
    /// <param name="specials">The tokens around a text.</param>
    /// <exception cref="InvalidDataException">Its table of normalisation is damaged.</exception>
    public SentencePieceTokeniser(SentencePieceModel model, SpecialTokens specials)
    {
        Specials = specials;
        _normaliser = new(model);
        var unknown = model.Pieces.Index().First(one => one.Item.Kind == PieceKind.Unknown).Index;
        _vocabulary = new(model.Pieces, unknown, model.ByteFallback, true);
    }

    /// <inheritdoc/>
    public SpecialTokens Specials { get; }

    /// <inheritdoc/>
    public IReadOnlyList<int> Encode(string text)
    {
        var ids = new List<int>();
        _vocabulary.Encode(_normaliser.Normalise(text), ids);
        return ids;
    }
}
