namespace SoraFunctions.Pipeline.Verifications;

/// <summary>Two things that were found, side by side.</summary>
/// <param name="Between">Which two: <c>manifest</c>, <c>watermark</c>, <c>label</c>, <c>record</c> (what this deployment wrote down).</param>
/// <param name="Agree">Whether they say the same.</param>
/// <param name="Explanation">In plain words.</param>
public sealed record Agreement(IReadOnlyList<string> Between, bool Agree, string Explanation);
