using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Pipeline.Remotes.Servers;

/// <summary>The remotes that a tenant may send shots to: its own, and those of the deployment whose names it has not taken.</summary>
/// <param name="database">Where its own are.</param>
/// <param name="options">Those of the deployment.</param>
public sealed class RemoteDirectory(SoraDatabase database, RemoteOptions options)
{
    /// <summary>All of them, by name.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<RemoteServer>> List(string tenant, CancellationToken cancellation)
    {
        var own = await database.Remotes.AsNoTracking().Where(row => row.TenantId == tenant).ToListAsync(cancellation);
        return
        [
            .. own.Select(Of)
                .Concat(options.Servers.Values.Select(one => one.Server).Where(server => own.All(row => row.Name != server.Name)))
                .OrderBy(server => server.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>A remote and its key; null when there is none of that name.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="name">Its name as an engine.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="FinalException">Its key can't be opened any more.</exception>
    public async Task<(RemoteServer Server, string Key)?> Open(string tenant, string name, CancellationToken cancellation)
    {
        var row = await database.Remotes.AsNoTracking().FirstOrDefaultAsync(one => one.TenantId == tenant && one.Name == name, cancellation);
        if (row is null)
        {
            return options.Servers.TryGetValue(name, out var shared) ? shared : null;
        }

        return options.Ring?.Open(row.SealedKey, PurposeOf(tenant, name, row.Url)) is { } key
            ? (Of(row), key)
            : throw new FinalException("remote_key_lost", $"The key of '{name}' can't be opened any more. Send it again with POST /v1/remotes.");
    }

    /// <summary>What a key is sealed for: in another row, or with another address, it is worth nothing.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="name">Which remote.</param>
    /// <param name="url">Its address.</param>
    public static string PurposeOf(string tenant, string name, string url) => $"remote\n{tenant}\n{name}\n{url}";

    /// <summary>The remote of a row.</summary>
    /// <param name="row">One of a tenant.</param>
    public static RemoteServer Of(RemoteRow row) => new(
        row.Name,
        new Uri(row.Url),
        JsonSerializer.Deserialize(row.Terms, PipelineJson.Default.RemoteTerms)!,
        Shared: false,
        row.KeyHint);
}
