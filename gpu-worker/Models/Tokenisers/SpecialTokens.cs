namespace SoraFunctions.Models.Tokenisers;

/// <summary>The tokens that a model expects around a text.</summary>
/// <param name="Prefix">Ids before the text.</param>
/// <param name="Suffix">Ids after the text.</param>
/// <param name="Pad">The id that fills a sequence up to its length.</param>
public sealed record SpecialTokens(IReadOnlyList<int> Prefix, IReadOnlyList<int> Suffix, int Pad);
