using System.Text;
using System.Text.Json;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Remotes.Clips;

/// <summary>
/// Remembers which video of a remote a shot is made by, from the moment the remote has taken the order: after a crash the same video is
/// waited for, and none is ordered twice.
/// </summary>
/// <param name="blobs">Where tickets lie.</param>
/// <param name="tenant">Whose.</param>
/// <param name="shot">Key of the shot.</param>
internal sealed class RemoteTickets(IBlobStore blobs, string tenant, string shot)
{
    /// <summary>The first attempt that was not given up, counted from 0.</summary>
    public async Task<int> Attempt(CancellationToken cancellation)
    {
        var attempt = 0;
        while (await blobs.Exists(LostPath(attempt), cancellation))
        {
            attempt++;
        }

        return attempt;
    }

    /// <summary>What the order of an attempt is known by to the remote.</summary>
    public string KeyOf(int attempt) => $"sora-{shot}-{attempt}";

    /// <summary>Id of the remote's video; null when none is known to be ordered.</summary>
    public async Task<string?> Find(int attempt, CancellationToken cancellation)
    {
        await using var content = await blobs.Open(Path(attempt), cancellation);
        return content is null ? null : (await JsonSerializer.DeserializeAsync(content, PipelineJson.Default.RemoteTicket, cancellation))?.Id;
    }

    /// <summary>Keeps the id, unless one is kept already; gives the one that is.</summary>
    public async Task<string> Keep(int attempt, string id, CancellationToken cancellation)
    {
        using var content = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(new RemoteTicket(id), PipelineJson.Default.RemoteTicket), writable: false);
        return await blobs.PutIfAbsent(Path(attempt), content, "application/json", cancellation)
            ? id
            : await Find(attempt, cancellation) ?? id;
    }

    /// <summary>Gives an attempt up: its video failed or is gone.</summary>
    public async Task Lose(int attempt, string why, CancellationToken cancellation)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(why), writable: false);
        await blobs.PutIfAbsent(LostPath(attempt), content, "text/plain", cancellation);
    }

    private string Path(int attempt) => $"tenants/{tenant}/remotes/{shot}-{attempt}.json";

    private string LostPath(int attempt) => $"tenants/{tenant}/remotes/{shot}-{attempt}.lost";
}
