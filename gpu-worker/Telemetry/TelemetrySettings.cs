namespace SoraFunctions.Telemetry;

/// <summary>Where telemetry goes; nowhere unless one of the two is set.</summary>
/// <param name="Service">Name of this program in traces.</param>
/// <param name="AzureMonitor">Connection string of Application Insights; null for none.</param>
/// <param name="Otlp">Whether an OpenTelemetry collector gets it, at the address in the variable that OpenTelemetry itself reads.</param>
/// <param name="IdentityClientId">User-assigned identity that Application Insights knows; null for a resource that takes the string alone.</param>
public sealed record TelemetrySettings(string Service, string? AzureMonitor, bool Otlp, string? IdentityClientId)
{
    /// <summary>Reads APPLICATIONINSIGHTS_CONNECTION_STRING, OTEL_EXPORTER_OTLP_ENDPOINT and AZURE_CLIENT_ID.</summary>
    /// <param name="service">Name of this program in traces; OTEL_SERVICE_NAME goes before it.</param>
    public static TelemetrySettings FromEnvironment(string service) => new(
        Value("OTEL_SERVICE_NAME") ?? service,
        Value("APPLICATIONINSIGHTS_CONNECTION_STRING"),
        Value("OTEL_EXPORTER_OTLP_ENDPOINT") is not null,
        Value("AZURE_CLIENT_ID"));

    private static string? Value(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? text : null;
}
