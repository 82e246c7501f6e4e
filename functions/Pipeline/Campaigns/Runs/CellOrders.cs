using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using SoraFunctions.Pipeline.Campaigns.Plans;
using SoraFunctions.Pipeline.Campaigns.Wire;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Engines;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Requests.Wire;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Tenants;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Pipeline.Campaigns.Runs;

/// <summary>
/// Orders the videos of cells by the way on which callers order theirs. The pictures of a product are fetched once for a run and variant; of a shop's
/// product those that can't be taken are left out.
/// </summary>
/// <param name="reader">Reads orders.</param>
/// <param name="results">Keeps what was read.</param>
/// <param name="engines">Those that may be named.</param>
/// <param name="chosen">Knows those that may take the place of one that was chosen.</param>
/// <param name="tenants">Knows what fills in what the campaign does not say.</param>
/// <param name="intake">Takes orders.</param>
/// <param name="blobs">Where products and pictures lie.</param>
public sealed partial class CellOrders(
    AdRequestReader reader, StageResults results, EngineDirectory engines, CampaignEngines chosen, TenantDesk tenants, VideoIntake intake, IBlobStore blobs)
{
    private readonly Dictionary<(string Product, string Variant), (CampaignProduct Product, ReadOrder Order)> _read = [];

    /// <summary>Orders a cell's video. Asking again orders the same one.</summary>
    /// <param name="run">Of which run.</param>
    /// <param name="wish">What its campaign says.</param>
    /// <param name="cell">Which cell.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The video's id.</returns>
    /// <exception cref="RequestException">No video can be made of it.</exception>
    /// <exception cref="Quotas.QuotaExceededException">It is more than the tenant may have for now.</exception>
    public async Task<string> Order(CampaignRunRow run, CampaignWish wish, CampaignCellRow cell, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(wish);
        ArgumentNullException.ThrowIfNull(cell);
        var (product, order) = await Read(run, wish, cell, cancellation);
        var planned = new CampaignCell(
            cell.Number, new PlannedProduct(cell.Sku, product.Product.Title, ""), cell.Locale, cell.Channel, cell.Variant, cell.Name, cell.Milliseconds / 1000m) { Key = cell.Key };
        var origin = Encoding.UTF8.GetBytes(FormattableString.Invariant($"{run.Id}\n{cell.Number}\n{cell.Failures}"));
        var video = new NewVideo(run.TenantId, $"video_{DerivedGuid.Of(run.CreatedAt, origin):n}", order.Model, CellAd.In(order.Request, planned, product))
        {
            EstimatedMicroDollars = cell.DueMicroDollars,
            Warnings = CampaignEngines.IsOpen(wish) ? [$"The engine '{order.Request.Engine}' was chosen for '{wish.Ad!.Engine}' when the run was planned."] : [],
            Metadata = new Dictionary<string, string>
            {
                ["campaign"] = wish.Name,
                ["campaign_id"] = run.CampaignId,
                ["run_id"] = run.Id,
                ["cell"] = cell.Number.ToString(CultureInfo.InvariantCulture),
                ["name"] = cell.Name,
                ["sku"] = cell.Sku,
                ["variant"] = cell.Variant,
            },
        };
        return (await intake.Accept(video, cancellation)).Id;
    }

    private async Task<(CampaignProduct Product, ReadOrder Order)> Read(
        CampaignRunRow run, CampaignWish wish, CampaignCellRow cell, CancellationToken cancellation)
    {
        if (_read.TryGetValue((cell.Sku, cell.Variant), out var known))
        {
            return known;
        }

        var product = await new CampaignBlobs(blobs, run.TenantId).Product(cell.Document, cancellation);
        var ad = CellAd.Of(wish, product, CampaignRules.VariantsOf(wish).First(variant => variant.Name == cell.Variant));
        ad = CampaignEngines.IsOpen(wish) ? ad with { Engine = cell.Engine } : ad;
        var request = await results.Once(
            new Step<AdRequest>(run.TenantId, run.Id, ad),
            $"CampaignAd/1/{run.Id}",
            (JsonTypeInfo<AdRequest>)WireJson.Options.GetTypeInfo(typeof(AdRequest)),
            PipelineJson.Default.VideoRequest,
            () => Read(run.TenantId, ad, wish, cancellation),
            cancellation);
        return _read[(cell.Sku, cell.Variant)] = (product, new ReadOrder(request, request.Engine, new Dictionary<string, string>()));
    }

    private async Task<VideoRequest> Read(string tenant, AdRequest ad, CampaignWish wish, CancellationToken cancellation)
    {
        var request = await Read(tenant, ad, wish.Shop is not null, cancellation);
        if (!CampaignEngines.IsOpen(wish))
        {
            return request;
        }

        var choice = await chosen.Of(tenant, wish, cancellation);
        return request with { Fallbacks = [.. choice.Others.Prepend(choice.Engine).Where(name => name != request.Engine)] };
    }

    private async Task<VideoRequest> Read(string tenant, AdRequest ad, bool leavesOut, CancellationToken cancellation)
    {
        var known = await engines.For(tenant, ad.Engine, cancellation);
        while (true)
        {
            try
            {
                var read = await reader.Read(JsonSerializer.SerializeToUtf8Bytes(ad, WireJson.Options), new TenantBlobs(blobs, tenant), known, null, cancellation);
                var said = JsonSerializer.SerializeToElement(ad, WireJson.Options);
                return TenantDefaults.Apply(read.Request, await tenants.Settings(tenant, cancellation), field => said.TryGetProperty(field, out _));
            }
            catch (RequestException fault) when (leavesOut && PictureOf(fault, ad) is { } picture)
            {
                ad = ad with { Product = ad.Product! with { Images = [.. ad.Product.Images!.Where((_, index) => index != picture)] } };
            }
        }
    }

    private static int? PictureOf(RequestException fault, AdRequest ad) =>
        ImageField().Match(fault.Errors[0].Field ?? "") is { Success: true } match
            && int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) is var index && index < ad.Product?.Images?.Count
            ? index
            : null;

    [GeneratedRegex(@"\Aproduct\.images\[([0-9])\]")]
    private static partial Regex ImageField();
}
