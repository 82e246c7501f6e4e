using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SoraFunctions.Pipeline.Campaigns.Costs;
using SoraFunctions.Pipeline.Campaigns.Deliveries;
using SoraFunctions.Pipeline.Campaigns.Forecasts;
using SoraFunctions.Pipeline.Campaigns.Learning;
using SoraFunctions.Pipeline.Campaigns.Plans;
using SoraFunctions.Pipeline.Campaigns.Runs;
using SoraFunctions.Pipeline.Campaigns.Schedules;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Reports;
using SoraFunctions.Pipeline.Shops;
using SoraFunctions.Pipeline.Shops.Publishing;

namespace SoraFunctions.Pipeline.Campaigns;

/// <summary>Puts campaigns into a host.</summary>
public static class CampaignRegistration
{
    /// <summary>Adds the orchestrations and their activities.</summary>
    /// <param name="catalog">The host's; knows shops.</param>
    public static OrchestrationCatalog AddCampaigns(this OrchestrationCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return catalog
            .Add(CampaignOrchestration.Definition, CampaignOrchestration.Run)
            .Add<PlanRun, RunOrder, PlanStep>(PlanRun.Definition)
            .Add<AdvanceRun, RunOrder, RunStep>(AdvanceRun.Definition)
            .Add(PublicationOrchestration.Definition, PublicationOrchestration.Run);
    }

    /// <summary>Adds what they need, and what the API needs. A host that may make more at once has added its <see cref="CampaignOptions"/>. May be called twice.</summary>
    /// <param name="services">The host's.</param>
    public static IServiceCollection AddCampaigns(this IServiceCollection services)
    {
        services.TryAddSingleton(CampaignOptions.Usual);
        services.AddReports();
        services.AddShops();
        services.TryAddScoped<CampaignDesk>();
        services.TryAddScoped<CampaignEngines>();
        services.TryAddScoped<CampaignCosts>();
        services.TryAddScoped<CampaignLearning>();
        services.TryAddScoped<CampaignNews>();
        services.TryAddScoped<CellDelivery>();
        services.TryAddScoped<Forecaster>();
        services.TryAddScoped<ProductSource>();
        services.TryAddScoped<RunBook>();
        services.TryAddScoped<RunBudget>();
        services.TryAddScoped<RunCells>();
        services.TryAddScoped<RunEnd>();
        services.TryAddScoped<RunExport>();
        services.TryAddScoped<RunManifest>();
        services.TryAddScoped<RunRoom>();
        services.TryAddScoped<EndedCells>();
        services.TryAddScoped<BegunCells>();
        services.TryAddScoped<CellOrders>();
        services.TryAddScoped<DueCampaigns>();
        services.TryAddScoped<PlanRun>();
        services.TryAddScoped<AdvanceRun>();
        return services;
    }
}
