namespace SoraFunctions.Pipeline.Moderation.Rules;

/// <summary>Concepts that are worse together than apart: who does what to whom, with what.</summary>
/// <param name="Name">Stable name.</param>
/// <param name="Parts">What has to be there, two to four concepts or sets of them, each in a term of its own.</param>
/// <param name="Ordered">Whether they stand in this order.</param>
/// <param name="Window">Most characters between one part and the next.</param>
/// <param name="HanWindow">The same after a Chinese term, whose characters say more.</param>
/// <param name="Unless">What makes it harmless where it stands as near; empty for nothing.</param>
/// <param name="Category">What they are together.</param>
/// <param name="Severity">2, 4 or 6.</param>
internal sealed record Scene(
    string Name, IReadOnlyList<ConceptSet> Parts, bool Ordered, int Window, int HanWindow, ConceptSet Unless, ModerationCategory Category, int Severity)
{
    /// <summary>Most parts.</summary>
    public const int MostParts = 4;

    /// <summary>Severest that a denial before it takes away.</summary>
    private const int SeverestDeniable = 4;

    /// <summary>All that has to be there.</summary>
    public ConceptSet All { get; } = Parts.Aggregate((one, other) => one | other);

    /// <summary>Whether a denial before its first part takes its weight away.</summary>
    public bool IsDeniable => Severity <= SeverestDeniable && Category != ModerationCategory.PromptAttack;

    /// <summary>Reads the parts of a row: <c>a + b</c> in any order, <c>a &gt; b</c> in this one.</summary>
    /// <param name="parts">As written.</param>
    /// <exception cref="InvalidDataException">There are too few, too many, or both signs.</exception>
    public static (IReadOnlyList<ConceptSet> Parts, bool Ordered) PartsOf(string parts)
    {
        var ordered = parts.Contains('>', StringComparison.Ordinal);
        ConceptSet[] sets = [.. parts.Split(ordered ? '>' : '+').Select(ConceptSet.Of)];
        return sets.Length is >= 2 and <= MostParts && !Array.Exists(sets, set => set.IsEmpty)
            ? (sets, ordered)
            : throw new InvalidDataException($"the parts '{parts}' of a scene must be 2 to {MostParts} concepts with + or > between them");
    }
}
