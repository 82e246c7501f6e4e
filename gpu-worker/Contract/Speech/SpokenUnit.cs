namespace SoraFunctions.Contract.Speech;

/// <summary>A unit, a currency or a counter: what is said with a number before it.</summary>
/// <param name="Signs">How it is written; one of several.</param>
/// <param name="Way">The way of saying numbers that goes with it: its gender, or whether its counting is of its own.</param>
/// <param name="One">What is said after one.</param>
/// <param name="Many">What is said after other numbers.</param>
/// <param name="After">What is said instead where the number ends in a sound: the sound laws of Japanese.</param>
/// <param name="Minor">The hundredth part; null for none.</param>
internal sealed record SpokenUnit(
    IReadOnlyList<string> Signs, string Way, string One, string Many, IReadOnlyList<(string Ending, string Word)> After, SpokenUnit? Minor)
{
    /// <summary>Reads <c>signs | way | one | many</c>, then words after endings as <c>ending:word</c>, or the three of the hundredth part.</summary>
    public static SpokenUnit Of(string line)
    {
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        var minor = cells.Length == 7 && !cells[4].Contains(':') ? new SpokenUnit([], cells[4], cells[5], cells[6], [], null) : null;
        return new SpokenUnit(
            cells[0].Split(' ', StringSplitOptions.RemoveEmptyEntries),
            cells[1],
            cells[2],
            cells.Length > 3 ? cells[3] : cells[2],
            [.. cells.Skip(4).Where(cell => cell.Contains(':')).Select(cell => (cell.Split(':')[0], cell.Split(':')[1]))],
            minor);
    }

    /// <summary>What is said after a number.</summary>
    /// <param name="number">The number in words.</param>
    /// <param name="one">Whether it takes the singular.</param>
    public string Word(string number, bool one) =>
        After.Where(after => number.EndsWith(after.Ending, StringComparison.Ordinal)).Select(after => after.Word).FirstOrDefault() ?? (one ? One : Many);
}
