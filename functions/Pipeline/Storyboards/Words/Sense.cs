namespace SoraFunctions.Pipeline.Storyboards.Words;

/// <summary>One meaning of a word.</summary>
/// <param name="Slot">What it is about.</param>
/// <param name="Value">What it says there, in the terms of the storyboard.</param>
/// <param name="More">Further facts by name, such as the height of a thing in metres.</param>
/// <param name="Plural">Whether the word names more than one.</param>
internal sealed record Sense(Slot Slot, string Value, IReadOnlyDictionary<string, string> More, bool Plural = false)
{
    /// <summary>A further fact, its underscores read as spaces; null when the table doesn't say.</summary>
    public string? this[string name] => More.GetValueOrDefault(name)?.Replace('_', ' ');
}
