using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Pipeline.Agents;
using SoraFunctions.Pipeline.Campaigns.Schedules;
using SoraFunctions.Pipeline.Collection;
using SoraFunctions.Pipeline.Payments;
using SoraFunctions.Pipeline.Retention;
using SoraFunctions.Pipeline.Shops;
using SoraFunctions.Pipeline.Usage;
using SoraFunctions.Pipeline.Shows;
using SoraFunctions.Pipeline.Videos;
using SoraFunctions.Pipeline.Reviews;

namespace SoraFunctions.Pipeline.Timers;

/// <summary>All timers of the service: what both hosts run, by name.</summary>
public static class TimerCatalog
{
    /// <summary>The timers.</summary>
    public static IReadOnlyList<TimerEntry> All { get; } =
    [
        new("Reconcile", TimeSpan.FromMinutes(5), (services, cancellation) =>
            services.GetRequiredService<VideoIntake>().Reconcile(cancellation)),
        new("TellOrders", TimeSpan.FromMinutes(5), async (services, cancellation) =>
        {
            await services.GetRequiredService<OpenPayments>().Run(cancellation);
            await services.GetRequiredService<OrderTelling>().Run(cancellation);
        }),
        new("ReconcilePayments", TimeSpan.FromHours(1), (services, cancellation) =>
            services.GetRequiredService<PaymentReconciliation>().Run(cancellation)),
        new("Tidy", TimeSpan.FromHours(1), async (services, cancellation) =>
        {
            await services.GetRequiredService<Tidying>().Run(cancellation);
            await services.GetRequiredService<ReviewEscalation>().Run(cancellation);
            await services.GetRequiredService<AgentCheckouts>().Forget(cancellation);
            await services.GetRequiredService<StorageBooking>().Run(cancellation);
            await services.GetRequiredService<RetentionKeeper>().Run(cancellation);
        }),
        new("Collect", TimeSpan.FromHours(6), (services, cancellation) =>
            services.GetRequiredService<BlobCollector>().Run(cancellation)),
        new("BeginCampaigns", DueCampaigns.Every, (services, cancellation) =>
            services.GetRequiredService<DueCampaigns>().Run(cancellation)),
        new("ReconcileShows", TimeSpan.FromHours(1), (services, cancellation) =>
            services.GetRequiredService<ShowDesk>().Reconcile(cancellation)),
        new("ReconcileShops", ShopReconciliation.Every, (services, cancellation) =>
            services.GetRequiredService<ShopReconciliation>().Run(cancellation)),
    ];
}
