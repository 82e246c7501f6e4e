using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SoraFunctions.Telemetry;

/// <summary>Puts telemetry among the services of a host.</summary>
public static class TelemetryRegistration
{
    /// <summary>Variable that names the address of an OpenTelemetry collector.</summary>
    public const string CollectorAddress = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const string NameOfService = "OTEL_SERVICE_NAME";

    /// <summary>
    /// Adds it: to every <see cref="TelemetryExport"/> among the services, and to the collector that OTEL_EXPORTER_OTLP_ENDPOINT names. It does
    /// nothing when there is none.
    /// </summary>
    /// <param name="services">The host's.</param>
    /// <param name="service">Name of this program in traces, such as <c>sora-worker</c>; OTEL_SERVICE_NAME goes before it.</param>
    public static IServiceCollection AddSoraTelemetry(this IServiceCollection services, string service)
    {
        if (Value(CollectorAddress) is not null)
        {
            services.AddSingleton(TelemetryExport.Collector);
        }

        return services.AddSingleton<IHostedService>(provider =>
            new TelemetryService(Value(NameOfService) ?? service, [.. provider.GetServices<TelemetryExport>()]));
    }

    private static string? Value(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? text : null;
}
