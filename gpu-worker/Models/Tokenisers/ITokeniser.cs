namespace SoraFunctions.Models.Tokenisers;

/// <summary>Turns text into the numbers that a text encoder was trained on. Safe for threads.</summary>
public interface ITokeniser
{
    /// <summary>The tokens put around and after the text.</summary>
    SpecialTokens Specials { get; }

    /// <summary>The ids of a text alone, without special tokens around it.</summary>
    IReadOnlyList<int> Encode(string text);
}
