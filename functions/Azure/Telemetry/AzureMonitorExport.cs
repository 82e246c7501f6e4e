using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using SoraFunctions.Azure.Hosting;
using SoraFunctions.Telemetry;

namespace SoraFunctions.Azure.Telemetry;

/// <summary>Sends spans and numbers to Application Insights.</summary>
internal static class AzureMonitorExport
{
    /// <summary>The export; under the identity where there is one, else with what the connection string holds.</summary>
    /// <param name="connection">Of the resource.</param>
    /// <param name="options">Say whether there is an identity.</param>
    /// <param name="credential">The identity; needs the role Monitoring Metrics Publisher.</param>
    public static TelemetryExport To(string connection, AzureOptions options, TokenCredential credential)
    {
        var identity = options.IdentityClientId is null ? null : credential;
        return new TelemetryExport(
            traces => traces.AddAzureMonitorTraceExporter(monitor => monitor.ConnectionString = connection, identity),
            meters => meters.AddAzureMonitorMetricExporter(monitor => monitor.ConnectionString = connection, identity));
    }
}
