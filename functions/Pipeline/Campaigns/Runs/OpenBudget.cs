using SoraFunctions.Pipeline.Campaigns.Costs;
using SoraFunctions.Pipeline.Campaigns.Wire;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Pipeline.Campaigns.Runs;

/// <summary>What is left of a budget while cells are begun.</summary>
/// <param name="budget">The budget; null for none.</param>
/// <param name="spent">What was spent so far.</param>
/// <param name="rate">What videos cost.</param>
public sealed class OpenBudget(BudgetWish? budget, Spending spent, EngineRate rate)
{
    /// <summary>What was spent, and is taken.</summary>
    public Spending Spent { get; private set; } = spent;

    /// <summary>Takes what a cell may cost and writes it down there; false when that is not left.</summary>
    /// <param name="cell">Which cell.</param>
    public bool Take(CampaignCellRow cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var due = Spending.Of(rate, cell.Variant, cell.Channel, cell.Milliseconds / 1000m);
        if (!(Spent + due).IsWithin(budget))
        {
            return false;
        }

        Spent += due;
        (cell.DueMicroDollars, cell.DueGpuMilliseconds) = (due.MicroDollars, due.GpuMilliseconds);
        return true;
    }
}
