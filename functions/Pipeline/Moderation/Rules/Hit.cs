namespace SoraFunctions.Pipeline.Moderation.Rules;

/// <summary>A term found in a reading.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">One past the last character.</param>
/// <param name="Term">What was found.</param>
internal readonly record struct Hit(int Start, int End, Term Term)
{
    /// <summary>Characters between two hits; zero when they touch or overlap.</summary>
    public int DistanceTo(Hit other) => Math.Max(0, Math.Max(other.Start - End, Start - other.End));

    /// <summary>Whether the two share a character.</summary>
    public bool Overlaps(Hit other) => Start < other.End && other.Start < End;

    /// <summary>Whether this one reaches over all of the other.</summary>
    public bool Covers(Hit other) => Start <= other.Start && End >= other.End;
}
