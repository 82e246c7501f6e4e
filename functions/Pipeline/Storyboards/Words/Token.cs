namespace SoraFunctions.Pipeline.Storyboards.Words;

/// <summary>A word, number, quotation or punctuation mark of a brief.</summary>
/// <param name="Start">First character in the brief.</param>
/// <param name="End">One past the last character.</param>
/// <param name="Text">As the vocabulary writes it: lower case, simplified.</param>
/// <param name="Senses">Its meanings; none for a word that the vocabulary lacks.</param>
internal sealed record Token(int Start, int End, string Text, IReadOnlyList<Sense> Senses)
{
    /// <summary>Its meaning in a slot; null when it has none there.</summary>
    public Sense? As(Slot slot) => Senses.FirstOrDefault(sense => sense.Slot == slot);

    /// <summary>Whether it has a meaning in a slot.</summary>
    public bool Is(Slot slot) => As(slot) is not null;

    /// <summary>Its meaning in a slot as a value of the storyboard, such as <c>push-in</c>.</summary>
    public bool Is(Slot slot, string value) => As(slot)?.Value == value;
}
