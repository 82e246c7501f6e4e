using System.Collections.Concurrent;
using SoraFunctions.Pipeline.Outbound;
using SoraFunctions.Pipeline.Remotes.Servers;

namespace SoraFunctions.Pipeline.Remotes.Calls;

/// <summary>
/// The ways to all remotes, one for each tenant and address. Callers' remotes go by the rules for callers' addresses; those that the
/// operator named may lie in his own network.
/// </summary>
/// <param name="callers">How addresses that callers name are called.</param>
/// <param name="retry">How calls are repeated.</param>
public sealed class RemoteLines(OutboundHttp callers, RemoteRetry retry) : IDisposable
{
    private readonly OutboundHttp _trusted = new(callers.Options with { AllowLocalNetwork = true });
    private readonly ConcurrentDictionary<(string? Tenant, Uri Url), RemoteLine> _lines = new();

    /// <summary>A client of a remote.</summary>
    internal RemoteClient To(string tenant, RemoteServer server, string key) => new(
        server,
        key,
        _lines.GetOrAdd(
            (server.Shared ? null : tenant, server.Url),
            way => new RemoteLine(way.Tenant is null ? _trusted : callers, retry)));

    /// <inheritdoc/>
    public void Dispose() => _trusted.Dispose();
}
