namespace SoraFunctions.Contract.Storyboards;

/// <summary>Something that is said in sound that the caller brought.</summary>
/// <param name="Text">What is said, as it is written: 1 to 500 characters.</param>
/// <param name="From">When it begins, in seconds from the first frame.</param>
/// <param name="To">When it ends, the same.</param>
public sealed record SaidLine(string Text, double From, double To);
