namespace SoraFunctions.Pipeline.Storyboards.Remixes;

/// <summary>A word that speaks of a change.</summary>
/// <param name="Kind">What it is about, such as <c>remove</c> or <c>voice</c>.</param>
/// <param name="Value">What it says there, such as <c>male</c>.</param>
/// <param name="Word">The word.</param>
/// <param name="IsHead">Whether it says so only where it begins a wish.</param>
/// <param name="IsOfMusic">Whether it says so only where music is spoken of.</param>
internal sealed record ChangeWord(string Kind, string Value, string Word, bool IsHead, bool IsOfMusic = false);
