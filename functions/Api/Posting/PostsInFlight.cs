using System.Collections.Concurrent;

namespace SoraFunctions.Api.Posting;

/// <summary>The idempotency keys that this process is answering right now.</summary>
/// <param name="time">The clock.</param>
internal sealed class PostsInFlight(TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Tenant, string Key), bool> _keys = new();

    /// <summary>Since when this process takes requests.</summary>
    public DateTimeOffset Since { get; } = time.GetUtcNow();

    /// <summary>False when another request with the key is being answered.</summary>
    public bool TryEnter(string tenant, string key) => _keys.TryAdd((tenant, key), true);

    public void Leave(string tenant, string key) => _keys.TryRemove((tenant, key), out _);
}
