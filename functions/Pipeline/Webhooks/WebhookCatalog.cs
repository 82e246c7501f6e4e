using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Outbound;

namespace SoraFunctions.Pipeline.Webhooks;

/// <summary>Puts webhooks into a host.</summary>
public static class WebhookCatalog
{
    /// <summary>Adds the orchestration and its activity.</summary>
    /// <param name="catalog">The host's.</param>
    public static OrchestrationCatalog AddTo(OrchestrationCatalog catalog) => catalog
        .Add(WebhookOrchestration.Definition, WebhookOrchestration.Run)
        .Add<WebhookAttemptActivity, WebhookAttempt, WebhookOutcome>(WebhookOrchestration.Attempt);

    /// <summary>Adds what they need; the host brings the database and the clock.</summary>
    /// <param name="services">The host's.</param>
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new OutboundHttp(new OutboundOptions()));
        return services
            .AddSingleton<WebhookSender>()
            .AddScoped<WebhookAnnouncement>()
            .AddScoped<WebhookReplay>()
            .AddScoped<WebhookAttemptActivity>();
    }
}
