namespace SoraFunctions.Pipeline.Campaigns.Runs;

/// <summary>What came of looking for cells to begin.</summary>
/// <param name="Begun">How many were begun.</param>
/// <param name="Waits">Whether others wait for nothing but time or room.</param>
/// <param name="OverBudget">Whether the budget came to an end.</param>
public sealed record NextCells(int Begun, bool Waits, bool OverBudget)
{
    /// <summary>None were looked for.</summary>
    public static NextCells None { get; } = new(0, false, false);
}
