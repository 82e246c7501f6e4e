namespace SoraFunctions.Pipeline.Webhooks;

/// <summary>On which ports endpoints may listen: those of the web, so that nobody sends the service to mail servers and databases.</summary>
public static class WebhookPorts
{
    /// <summary>The ports.</summary>
    public static IReadOnlyList<int> Allowed { get; } = [80, 443, 8080, 8443];

    /// <summary>Whether an address may be told events.</summary>
    /// <param name="address">Absolute.</param>
    /// <param name="localNetwork">Whether the deployment lets callers send it anywhere.</param>
    public static bool Allow(Uri address, bool localNetwork) => localNetwork || Allowed.Contains(address.Port);
}
