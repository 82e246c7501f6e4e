namespace SoraFunctions.Telemetry;

/// <summary>Sources and meters whose spans and numbers are sent on. The framework's own are among them: they join the two sides of a call.</summary>
internal static class TelemetryNames
{
    public static readonly string[] Sources =
        ["SoraFunctions.Pipeline", "SoraFunctions.Worker", "Microsoft.AspNetCore", "System.Net.Http", "Npgsql"];

    public static readonly string[] Meters =
        ["SoraFunctions.Pipeline", "SoraFunctions.Worker", "Microsoft.AspNetCore.Hosting", "System.Net.Http"];
}
