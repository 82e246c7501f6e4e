using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SoraFunctions.Telemetry;

/// <summary>Puts telemetry among the services of a host.</summary>
public static class TelemetryRegistration
{
    /// <summary>Adds it; it does nothing unless the environment says where to.</summary>
    /// <param name="services">The host's.</param>
    /// <param name="service">Name of this program in traces, such as <c>sora-worker</c>.</param>
    public static IServiceCollection AddSoraTelemetry(this IServiceCollection services, string service) =>
        services.AddSingleton<IHostedService>(_ => new TelemetryService(TelemetrySettings.FromEnvironment(service)));
}
