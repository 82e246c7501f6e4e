using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Campaigns.Learning;
using SoraFunctions.Pipeline.Campaigns.Plans;
using SoraFunctions.Pipeline.Campaigns.Wire;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Tenants;

namespace SoraFunctions.Pipeline.Campaigns.Runs;

/// <summary>
/// Writes down a page of the cells of a run. With the first, its products are asked for and its variants chosen: the winner alone, where learning has
/// found one.
/// </summary>
/// <param name="database">Where runs and cells are.</param>
/// <param name="blobs">Where campaigns and products lie.</param>
/// <param name="source">Knows the products.</param>
/// <param name="learning">Knows the winner.</param>
/// <param name="tenants">Knows what fills in what the campaign does not say.</param>
/// <param name="engines">Knows by which engine it is made.</param>
/// <param name="end">Ends a run that can't be planned.</param>
public sealed class PlanRun(
    SoraDatabase database, IBlobStore blobs, ProductSource source, CampaignLearning learning, TenantDesk tenants, CampaignEngines engines, RunEnd end)
    : IActivity<RunOrder, PlanStep>
{
    /// <summary>Cells of a page: few enough that one transaction holds no others up.</summary>
    private const int Page = 500;

    /// <summary>Its name and types.</summary>
    public static Activity<RunOrder, PlanStep> Definition { get; } = new("PlanRun", 1);

    /// <inheritdoc/>
    public async Task<PlanStep> Run(RunOrder input, CancellationToken cancellation)
    {
        var run = await database.CampaignRuns.SingleOrDefaultAsync(row => row.Id == input.RunId && row.TenantId == input.Tenant, cancellation);
        if (run is null || run.State is not (RunState.Running or RunState.Paused))
        {
            return new PlanStep(null);
        }

        var documents = new CampaignBlobs(blobs, input.Tenant);
        var wish = await documents.Wish(run.Document, cancellation);
        if ((run.Products is null && !await Begin(run, wish, documents, cancellation)) || await EngineOf(run, wish, cancellation) is not { } engine)
        {
            return new PlanStep(null);
        }

        var variants = run.Variants!.Split(' ');
        var matrix = new CellMatrix(
            wish, await documents.Products(run.Products!, cancellation), [.. CampaignRules.VariantsOf(wish).Where(variant => variants.Contains(variant.Name))], run.DueAt,
            (await tenants.Settings(run.TenantId, cancellation)).Look());
        var from = input.Planned ?? 0;
        var cells = matrix.From(from).Take(Page).ToList();
        var known = await database.CampaignCells.Where(cell => cell.RunId == run.Id && cell.Number >= from && cell.Number < from + Page)
            .Select(cell => cell.Number).ToHashSetAsync(cancellation);
        database.CampaignCells.AddRange(cells.Where(cell => !known.Contains(cell.Number)).Select(cell => Row(run, cell, engine)));
        await database.SaveChangesAsync(cancellation);
        return new PlanStep(from + cells.Count < matrix.Count ? from + cells.Count : null);
    }

    private async Task<bool> Begin(CampaignRunRow run, CampaignWish wish, CampaignBlobs documents, CancellationToken cancellation)
    {
        IReadOnlyList<PlannedProduct> products;
        try
        {
            products = await source.Read(run.TenantId, wish, run.DueAt, product => documents.Put(product, cancellation), cancellation);
        }
        catch (Exception fault) when (fault is RequestException or FinalException)
        {
            await end.Close(run, RunState.Failed, fault.Message, cancellation);
            return false;
        }

        var variants = CampaignRules.VariantsOf(wish);
        if (wish.Learning is not null && await learning.Winner(run.TenantId, run.CampaignId, wish, cancellation) is { } winner)
        {
            variants = [.. variants.Where(variant => variant.Name == winner)];
        }

        run.Variants = string.Join(' ', variants.Select(variant => variant.Name));
        var matrix = new CellMatrix(wish, products, variants, run.DueAt);
        run.Cells = matrix.Count;
        run.Products = await documents.Put(products, cancellation);
        if (run.Cells > CampaignRules.MostCells)
        {
            await end.Close(run, RunState.Failed, FormattableString.Invariant($"The run has {run.Cells:N0} cells; at most {CampaignRules.MostCells:N0} are made. Divide the campaign."), cancellation);
            return false;
        }

        if (matrix.NameGivenTwice() is { } twice)
        {
            await end.Close(run, RunState.Failed, $"naming would give two videos the name {twice}; {{number}} in it tells them apart.", cancellation);
            return false;
        }

        await database.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>The engine of all cells of a run, chosen with the first; null when there is none, which ends the run.</summary>
    private async Task<string?> EngineOf(CampaignRunRow run, CampaignWish wish, CancellationToken cancellation)
    {
        try
        {
            return await database.CampaignCells.Where(cell => cell.RunId == run.Id && cell.Number == 0).Select(cell => cell.Engine).FirstOrDefaultAsync(cancellation)
                ?? (await engines.Of(run.TenantId, wish, cancellation)).Engine;
        }
        catch (RequestException none)
        {
            await end.Close(run, RunState.Failed, none.Message, cancellation);
            return null;
        }
    }

    private static CampaignCellRow Row(CampaignRunRow run, CampaignCell cell, string engine) => new()
    {
        RunId = run.Id,
        Number = cell.Number,
        CampaignId = run.CampaignId,
        TenantId = run.TenantId,
        Sku = cell.Product.Sku,
        Locale = cell.Locale,
        Channel = cell.Channel,
        Variant = cell.Variant,
        Name = cell.Name,
        Key = cell.Key,
        Document = cell.Product.Document,
        Engine = engine,
        Milliseconds = (int)(cell.Seconds * 1000),
    };
}
