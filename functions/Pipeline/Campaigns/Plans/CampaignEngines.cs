using SoraFunctions.Pipeline.Campaigns.Wire;
using SoraFunctions.Pipeline.Engines;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Tenants;

namespace SoraFunctions.Pipeline.Campaigns.Plans;

/// <summary>Knows by which engine the videos of a campaign are made: the one that it names, or the one that is chosen as it wishes.</summary>
/// <param name="market">Chooses.</param>
/// <param name="configured">Says which is meant where none is named.</param>
/// <param name="tenants">Know which are allowed.</param>
public sealed class CampaignEngines(EngineMarket market, EngineList configured, TenantDesk tenants)
{
    private const string Field = "ad.engine";

    /// <summary>Whether a campaign leaves its engine to the deployment.</summary>
    /// <param name="wish">What it says.</param>
    /// <exception cref="RequestException">It begins as such a wish and goes on as none.</exception>
    public static bool IsOpen(CampaignWish wish) => AutoModel.Read(Field, wish.Ad?.Engine) is not null;

    /// <summary>The engine, and those that may take its place.</summary>
    /// <param name="tenant">Whose campaign.</param>
    /// <param name="wish">What it says.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RequestException">There is none as it wishes.</exception>
    public async Task<EngineChoice> Of(string tenant, CampaignWish wish, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(wish);
        if (AutoModel.Read(Field, wish.Ad?.Engine) is not { } auto)
        {
            return new EngineChoice(wish.Ad?.Engine ?? configured.Default, "", []);
        }

        var needs = new EngineNeeds(
            wish.Ad?.Prompt is not null || (wish.Variants ?? []).Any(variant => variant.Prompt is not null),
            wish.Shop is not null || (wish.Products ?? []).Any(product => product.Product.Images is { Count: > 0 }),
            (wish.Products ?? []).Any(product => product.Product.Model is not null),
            (await tenants.Settings(tenant, cancellation)).Policy?.Engines);
        return await market.Choose(tenant, Field, auto, needs, cancellation);
    }
}
