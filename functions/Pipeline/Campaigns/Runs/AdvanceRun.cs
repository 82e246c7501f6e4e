using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Campaigns.Runs;

/// <summary>
/// Brings a run on by a step: takes note of videos that have ended, begins as many more as there is room and budget for, and closes the run when
/// nothing is left. Whatever breaks off in the middle is found as it is by the next step: a cell's video has one id, whoever orders it.
/// </summary>
/// <param name="database">Where runs and cells are.</param>
/// <param name="blobs">Where campaigns lie.</param>
/// <param name="ended">Takes note of videos that have ended.</param>
/// <param name="begun">Begins more.</param>
/// <param name="end">Closes runs.</param>
/// <param name="options">How often to look.</param>
public sealed class AdvanceRun(
    SoraDatabase database, IBlobStore blobs, EndedCells ended, BegunCells begun, RunEnd end, CampaignOptions options) : IActivity<RunOrder, RunStep>
{
    private static readonly TimeSpan _idle = TimeSpan.FromMinutes(5);

    /// <summary>Its name and types.</summary>
    public static Activity<RunOrder, RunStep> Definition { get; } = new("AdvanceRun", 1);

    /// <inheritdoc/>
    public async Task<RunStep> Run(RunOrder input, CancellationToken cancellation)
    {
        var run = await database.CampaignRuns.SingleOrDefaultAsync(row => row.Id == input.RunId && row.TenantId == input.Tenant, cancellation);
        if (run is null || run.State > RunState.Cancelling)
        {
            return new RunStep(true);
        }

        var wish = await new CampaignBlobs(blobs, input.Tenant).Wish(run.Document, cancellation);
        var news = await ended.Note(run, wish, cancellation);
        if (run.State == RunState.Cancelling)
        {
            await end.GiveUp(run, cancellation);
            return new RunStep(true);
        }

        var next = run.State == RunState.Paused ? NextCells.None : await begun.Begin(run, wish, cancellation);
        var open = await database.CampaignCells.Where(cell => cell.RunId == run.Id && cell.State <= CellState.Review)
            .GroupBy(cell => cell.State).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        if (open.Count == 0)
        {
            await end.Close(run, next.OverBudget || await IsOverBudget(run, cancellation) ? RunState.Stopped : RunState.Completed, null, cancellation);
            return new RunStep(true);
        }

        return new RunStep(false, open.ContainsKey(CellState.Making) || next.Waits ? options.Look / (news > 0 ? 2 : 1) : _idle);
    }

    private Task<bool> IsOverBudget(CampaignRunRow run, CancellationToken cancellation) =>
        database.CampaignCells.AnyAsync(cell => cell.RunId == run.Id && cell.State == CellState.OverBudget, cancellation);
}
