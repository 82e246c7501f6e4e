namespace SoraFunctions.Benchmarks.Direction;

/// <summary>How much of what is said is understood, and how much of what is understood was said.</summary>
/// <param name="Right">Understood and said.</param>
/// <param name="Invented">Understood and not said.</param>
/// <param name="Missed">Said and not understood.</param>
internal sealed record Score(int Right = 0, int Invented = 0, int Missed = 0)
{
    /// <summary>Share of what is understood that was said, over 0 to 1.</summary>
    public double Precision => Right + Invented == 0 ? 1 : (double)Right / (Right + Invented);

    /// <summary>Share of what was said that is understood, over 0 to 1.</summary>
    public double Recall => Right + Missed == 0 ? 1 : (double)Right / (Right + Missed);

    /// <summary>The score of one brief or slot.</summary>
    public static Score Of(IReadOnlyCollection<Label> wanted, IReadOnlyCollection<Label> understood) =>
        new(wanted.Intersect(understood).Count(), understood.Except(wanted).Count(), wanted.Except(understood).Count());

    /// <summary>Both together.</summary>
    public static Score operator +(Score left, Score right) =>
        new(left.Right + right.Right, left.Invented + right.Invented, left.Missed + right.Missed);
}
