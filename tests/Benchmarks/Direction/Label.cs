namespace SoraFunctions.Benchmarks.Direction;

/// <summary>One thing that a brief says.</summary>
/// <param name="Step">The step that it is about, from one; zero for the whole.</param>
/// <param name="Slot">What it is about, such as <c>deed</c>.</param>
/// <param name="Value">What it says, such as <c>bounce</c>.</param>
internal sealed record Label(int Step, string Slot, string Value)
{
    private static readonly HashSet<string> _whole =
        ["mood", "pace", "music", "effects", "room", "captions", "endcard", "onetake", "cta", "seconds", "without", "background", "steps", "unshown", "aspect", "audience", "season"];

    /// <summary>The labels of a line such as <c>subject=ball;2.deed=roll</c>.</summary>
    public static IEnumerable<Label> Read(string labels) =>
        from label in labels.Split(';', StringSplitOptions.RemoveEmptyEntries)
        let mark = label.IndexOf('=')
        let key = label[..mark]
        let slot = key.TrimStart('1', '2', '3', '4', '5', '6', '7', '8', '9', '.')
        let step = char.IsAsciiDigit(key[0]) ? key[0] - '0' : 1
        from value in slot is "caption" or "line" or "cta" or "price" ? [label[(mark + 1)..]] : label[(mark + 1)..].Split(',')
        where value.Length > 0
        select Of(step, slot, value);

    /// <summary>A label; what can only be said of the whole belongs to no step.</summary>
    public static Label Of(int step, string slot, string value) => new(_whole.Contains(slot) ? 0 : step, slot, value.ToLowerInvariant());

    /// <inheritdoc/>
    public override string ToString() => Step > 1 ? $"{Step}.{Slot}={Value}" : $"{Slot}={Value}";
}
