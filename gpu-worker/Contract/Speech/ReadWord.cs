namespace SoraFunctions.Contract.Speech;

/// <summary>A word with what is said for it.</summary>
/// <param name="Shown">As it is written, with the marks beside it and any spaces within: <c>20 %,</c>.</param>
/// <param name="Spoken">In the letters of the language, marks kept: <c>zwanzig Prozent,</c>; empty where nothing is said.</param>
/// <param name="Spaced">Whether a space follows it in the text.</param>
public sealed record ReadWord(string Shown, string Spoken, bool Spaced);
