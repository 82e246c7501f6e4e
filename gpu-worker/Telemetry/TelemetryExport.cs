using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace SoraFunctions.Telemetry;

/// <summary>Somewhere that spans and numbers are sent to. A host may have any number of them among its services.</summary>
/// <param name="Traces">Adds the exporter of spans.</param>
/// <param name="Meters">Adds the exporter of numbers.</param>
public sealed record TelemetryExport(Action<TracerProviderBuilder> Traces, Action<MeterProviderBuilder> Meters)
{
    /// <summary>An OpenTelemetry collector, at the address in the variable that OpenTelemetry itself reads.</summary>
    public static TelemetryExport Collector { get; } = new(traces => traces.AddOtlpExporter(), meters => meters.AddOtlpExporter());
}
