using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Reports;
using SoraFunctions.Pipeline.Sales;
using SoraFunctions.Pipeline.Links;
using SoraFunctions.Pipeline.Shops.Admin;
using SoraFunctions.Pipeline.Shops.Catalogs;
using SoraFunctions.Pipeline.Shops.Deliveries;
using SoraFunctions.Pipeline.Shops.Installs;
using SoraFunctions.Pipeline.Shops.Orders;
using SoraFunctions.Pipeline.Shops.Privacy;
using SoraFunctions.Pipeline.Shops.Products;
using SoraFunctions.Pipeline.Shops.Publishing;
using SoraFunctions.Pipeline.Shops.Results;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Pipeline.Shops;

/// <summary>Puts shops into a host.</summary>
public static class ShopRegistration
{
    /// <summary>Adds the orchestrations and their activities.</summary>
    /// <param name="catalog">The host's.</param>
    public static OrchestrationCatalog AddShops(this OrchestrationCatalog catalog) => catalog
        .Add(DeliveryOrchestration.Definition, DeliveryOrchestration.Run)
        .Add<HandleDeliveries, DeliveryOrder, Nothing>(HandleDeliveries.Definition)
        .Add(SetupOrchestration.Definition, SetupOrchestration.Run)
        .Add<SetUpShop, SetupOrder, Nothing>(SetUpShop.Definition)
        .Add(ProductOrchestration.Definition, ProductOrchestration.Run)
        .Add<SettleProduct, ProductOrder, Settled>(SettleProduct.Definition)
        .Add<LookAtVideo, VideoLook, VideoState>(LookAtVideo.Definition)
        .Add<PublishVideo, Publication, PublishStep>(PublishVideo.Definition)
        .Add<FinishPublication, Publication, PublishStep>(FinishPublication.Definition)
        .Add(CatalogOrchestration.Definition, CatalogOrchestration.Run)
        .Add<BeginCatalog, CatalogOrder, Nothing>(BeginCatalog.Definition)
        .Add<TakeCatalog, CatalogOrder, CatalogStep>(TakeCatalog.Definition)
        .Add(ChangesOrchestration.Definition, ChangesOrchestration.Run)
        .Add<ReadChanges, ChangesOrder, ChangesPage>(ReadChanges.Definition)
        .Add<NoteChanges, ChangesOrder, Nothing>(NoteChanges.Definition)
        .Add(ResultsOrchestration.Definition, ResultsOrchestration.Run)
        .Add<TellResults, ResultsOrder, Nothing>(TellResults.Definition);

    /// <summary>Adds what they need, and what the API needs. A host that is an app of Shopify's has added its <see cref="ShopifyOptions"/>. May be called twice.</summary>
    /// <param name="services">The host's.</param>
    public static IServiceCollection AddShops(this IServiceCollection services)
    {
        services.TryAddSingleton(ShopifyOptions.None);
        services.TryAddSingleton(new AdminRetry());
        services.TryAddSingleton<AdminClient>();
        services.TryAddSingleton<DeliveryInbox>();
        services.AddSales();
        services.TryAddScoped<LinkRetirement>();
        services.TryAddScoped<VideoRemoval>();
        services.TryAddScoped<ShopDirectory>();
        services.TryAddScoped<DeliveryIntake>();
        services.TryAddScoped<InstallDesk>();
        services.TryAddScoped<ShopLife>();
        services.TryAddScoped<ProductDesk>();
        services.TryAddScoped<ProductVideos>();
        services.TryAddScoped<Turns>();
        services.TryAddScoped<ShopMedia>();
        services.TryAddScoped<VideoWords>();
        services.TryAddScoped<CatalogDesk>();
        services.TryAddScoped<OrderDesk>();
        services.TryAddScoped<PrivacyDesk>();
        services.TryAddScoped<ShopReconciliation>();
        services.TryAddScoped<HandleDeliveries>();
        services.TryAddScoped<SetUpShop>();
        services.TryAddScoped<SettleProduct>();
        services.TryAddScoped<LookAtVideo>();
        services.TryAddScoped<PublishVideo>();
        services.TryAddScoped<FinishPublication>();
        services.TryAddScoped<BeginCatalog>();
        services.TryAddScoped<TakeCatalog>();
        services.TryAddScoped<ReadChanges>();
        services.TryAddScoped<NoteChanges>();
        services.AddReports();
        services.TryAddScoped<ShopActivities>();
        services.TryAddScoped<TellResults>();
        return services;
    }
}
