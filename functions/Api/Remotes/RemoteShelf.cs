using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Api.Errors;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Outbound;
using SoraFunctions.Pipeline.Remotes.Servers;

namespace SoraFunctions.Api.Remotes;

/// <summary>The remotes of a tenant.</summary>
internal sealed class RemoteShelf(SoraDatabase database, RemoteDirectory directory, RemoteOptions options, OutboundHttp http, TimeProvider time)
{
    private const int Most = 20;

    public Task<IReadOnlyList<RemoteServer>> List(string tenant, CancellationToken cancellation) => directory.List(tenant, cancellation);

    public async Task<RemoteServer> Get(string tenant, string name, CancellationToken cancellation) =>
        (await directory.List(tenant, cancellation)).FirstOrDefault(server => server.Name == name) ?? throw Unknown(name);

    /// <summary>Sets a remote to what is wished, whether it was there or not.</summary>
    public async Task<RemoteServer> Set(string tenant, RemoteWish wish, CancellationToken cancellation)
    {
        var ring = options.Ring
            ?? throw Refusals.NotMade("key", "This deployment keeps no keys of its tenants: its operator has to set SORA_REMOTE_KEYS first.");
        var name = wish.Name ?? RemoteServer.DefaultName;
        var row = await database.Remotes.FirstOrDefaultAsync(one => one.TenantId == tenant && one.Name == name, cancellation);

        // A key that is kept stays with its address: whoever may change the address must not have it sent elsewhere.
        var server = RemoteRules.Checked(wish, shared: false, row?.Url == wish.Url ? row?.KeyHint : null);
        if (!http.IsCallable(wish.Url, out _))
        {
            throw Refusals.Invalid("url", "url must be an address of the public internet; local and private networks are refused.", "forbidden_address");
        }

        var now = time.GetUtcNow();
        if (row is null)
        {
            if (await database.Remotes.CountAsync(one => one.TenantId == tenant, cancellation) >= Most)
            {
                throw Refusals.Invalid("name", $"There are {Most} remotes already, which is the most that a tenant has. Delete one first.");
            }

            row = new RemoteRow { TenantId = tenant, Name = name, Url = "", SealedKey = "", KeyHint = "", Terms = "", CreatedAt = now, ChangedAt = now };
            database.Remotes.Add(row);
        }

        row.Url = wish.Url;
        row.SealedKey = wish.Key is { } key ? ring.Seal(key, RemoteDirectory.PurposeOf(tenant, name, wish.Url)) : row.SealedKey;
        row.KeyHint = server.KeyHint;
        row.Terms = JsonSerializer.Serialize(server.Terms, PipelineJson.Default.RemoteTerms);
        row.ChangedAt = now;
        await database.SaveChangesAsync(cancellation);
        return server;
    }

    public async Task Remove(string tenant, string name, CancellationToken cancellation)
    {
        if (await database.Remotes.Where(row => row.TenantId == tenant && row.Name == name).ExecuteDeleteAsync(cancellation) == 0)
        {
            throw options.Servers.ContainsKey(name)
                ? Refusals.Conflict("name", $"'{name}' is the deployment's own and can't be deleted here; one of your own by that name would take its place.", "remote_shared")
                : Unknown(name);
        }
    }

    private static ApiException Unknown(string name) => Refusals.NotFound("name", $"There is no remote '{name}'.", "remote_not_found");
}
