using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Campaigns.Runs;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Pipeline.Campaigns.Deliveries;

/// <summary>Reads the cells of a run with the files of those that are ready, page by page.</summary>
/// <param name="database">Where they are.</param>
public sealed class RunCells(SoraDatabase database)
{
    private const int Page = 200;

    /// <summary>The cells by number.</summary>
    /// <param name="runId">Of which run.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async IAsyncEnumerable<(CampaignCellRow Cell, IReadOnlyList<VideoFileRow> Files)> Read(
        string runId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var after = -1; ;)
        {
            var cells = await database.CampaignCells.AsNoTracking().Where(cell => cell.RunId == runId && cell.Number > after)
                .OrderBy(cell => cell.Number).Take(Page).ToListAsync(cancellation);
            if (cells.Count == 0)
            {
                yield break;
            }

            var videos = cells.Where(cell => cell is { State: CellState.Done, VideoId: not null }).Select(cell => cell.VideoId!).Distinct().ToList();
            var files = (await database.VideoFiles.AsNoTracking().Where(file => videos.Contains(file.VideoId)).ToListAsync(cancellation))
                .OrderBy(file => file.Name, StringComparer.Ordinal).ToLookup(file => file.VideoId);
            foreach (var cell in cells)
            {
                yield return (cell, cell.State == CellState.Done && cell.VideoId is { } video ? [.. files[video]] : []);
            }

            after = cells[^1].Number;
        }
    }
}
