using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace SoraFunctions.Telemetry;

/// <summary>Sends spans and numbers on while a host runs, and what is left of them when it stops.</summary>
/// <param name="service">Name of this program.</param>
/// <param name="exports">Where to; nowhere when empty.</param>
public sealed class TelemetryService(string service, IReadOnlyList<TelemetryExport> exports) : IHostedService, IDisposable
{
    private TracerProvider? _traces;
    private MeterProvider? _meters;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (exports.Count == 0)
        {
            return Task.CompletedTask;
        }

        var resource = ResourceBuilder.CreateDefault().AddService(service, serviceInstanceId: Environment.MachineName);
        var traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(TelemetryNames.Sources);
        var meters = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(TelemetryNames.Meters);
        foreach (var export in exports)
        {
            export.Traces(traces);
            export.Meters(meters);
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
}
