using Azure.Core;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace SoraFunctions.Telemetry;

/// <summary>Sends spans and numbers on while a host runs, and what is left of them when it stops.</summary>
/// <param name="settings">Where to.</param>
public sealed class TelemetryService(TelemetrySettings settings) : IHostedService, IDisposable
{
    private TracerProvider? _traces;
    private MeterProvider? _meters;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings is { AzureMonitor: null, Otlp: false })
        {
            return Task.CompletedTask;
        }

        var resource = ResourceBuilder.CreateDefault().AddService(settings.Service, serviceInstanceId: Environment.MachineName);
        var traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(TelemetryNames.Sources);
        var meters = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(TelemetryNames.Meters);
        if (settings.Otlp)
        {
            traces.AddOtlpExporter();
            meters.AddOtlpExporter();
        }

        if (settings.AzureMonitor is { } connection)
        {
            traces.AddAzureMonitorTraceExporter(monitor => monitor.ConnectionString = connection, Credential());
            meters.AddAzureMonitorMetricExporter(monitor => monitor.ConnectionString = connection, Credential());
        }

        _traces = traces.Build();
        _meters = meters.Build();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _traces?.Dispose();
        _meters?.Dispose();
        (_traces, _meters) = (null, null);
    }

    private TokenCredential? Credential() => settings.IdentityClientId is { } id
        ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(id))
        : null;
}
